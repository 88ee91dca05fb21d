// The rivals that run in Node: reads one request a line, does it, answers with its own time.
//
//     node rivals.mjs FOLDER_OF_NODE_MODULES JOBS.json
//
// JOBS.json: {templates: {name: path}, contexts: {name: [context, …]}}
// request: {rival, template, number, keep}; answer: {seconds}. `keep` is where to write the file.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [tools, jobsPath] = process.argv.slice(2);
const require = createRequire(`${tools}/`);
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { TemplateHandler } = require("easy-template-x");

const jobs = JSON.parse(readFileSync(jobsPath, "utf-8"));
const templates = Object.fromEntries(
  Object.entries(jobs.templates).map(([name, path]) => [name, readFileSync(path)]),
);
const opened = Object.fromEntries(
  Object.entries(templates).map(([name, bytes]) => [name, new PizZip(bytes)]),
);
const handler = new TemplateHandler();

function docxtemplater(zip, context) {
  const template = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true });
  template.render(context);
  return template.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const rivals = {
  "docxtemplater, opened anew": (name, context) =>
    docxtemplater(new PizZip(templates[name]), context),
  "docxtemplater, opened once": (name, context) => docxtemplater(opened[name].clone(), context),
  "easy-template-x, opened anew": (name, context) =>
    new TemplateHandler().process(templates[name], context),
  "easy-template-x, one handler": (name, context) => handler.process(templates[name], context),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { rival, template, number, keep } = JSON.parse(line);
  const context = jobs.contexts[template][number];
  const started = process.hrtime.bigint();
  const bytes = await rivals[rival](template, context);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (keep) writeFileSync(keep, bytes);
  process.stdout.write(`${JSON.stringify({ seconds })}\n`);
}
