"""The author's editor without a screen: the real yaml-language-server, spoken to over stdio."""

import json
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

SERVER = Path(__file__).parents[2] / ".tools/node_modules/yaml-language-server/bin"
_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},  # else the server asks the network for a catalogue
        "kubernetesCRDStore": {"enable": False},
    },
    "http": {"proxy": "http://127.0.0.1:9", "proxyStrictSSL": False},  # whatever asks gets no one
}
_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {"configuration": True},
}
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Problem:
    """What the editor underlines; `line` and `column` count from 1."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the editor offers at the cursor, and the snippet that it would insert."""

    label: str
    inserts: str
    documentation: str


class LanguageServer:
    """One server; give it files to open, then ask what it shows of them."""

    def __init__(self) -> None:
        program = SERVER / "yaml-language-server"
        assert program.is_file(), (
            f"yaml-language-server is not installed in {SERVER.parents[2]}: run `make test`, "
            "which installs it there with npm"
        )
        self._process = subprocess.Popen(
            ["node", program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._last_id = 0
        self._published: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self._ask("initialize", processId=None, rootUri=None, capabilities=_CAPABILITIES)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=_SETTINGS)
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("shutdown")
        self._tell("exit")
        self._process.communicate(timeout=_SECONDS)

    def open(self, path: Path, text: str | None = None) -> list[Problem]:
        """Open a file, with `text` as what was typed in it so far, and give what is underlined."""
        uri = path.resolve().as_uri()
        typed = path.read_text(encoding="utf-8") if text is None else text
        is_open = self._published.pop(uri, None) is not None
        self._last_id += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._last_id, "text": typed}
        if is_open:
            changes = [{"text": typed}]
            self._tell("textDocument/didChange", textDocument=document, contentChanges=changes)
        else:
            self._tell("textDocument/didOpen", textDocument=document)
        while uri not in self._published:
            self._take(self._receive())
        return [_problem(published) for published in self._published[uri]]

    def complete(self, path: Path, line: int, column: int) -> list[Proposal]:
        """Return what is offered at a place of an open file."""
        answer = self._ask("textDocument/completion", **_at(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [_proposal(item) for item in items]

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown, as Markdown, when the pointer rests on a place of an open file."""
        answer = self._ask("textDocument/hover", **_at(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON of any shape
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._last_id and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, keep what it publishes."""
        params = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            self._published[params["uri"]] = params["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            items = [_SETTINGS.get(item["section"], {}) for item in params["items"]]
            self._send({"id": message["id"], "result": items})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Wait for a message; a server that is silent for long is ended, and the test with it."""
        watchdog = threading.Timer(_SECONDS, self._process.kill)
        watchdog.start()
        try:
            message: dict[str, Any] = json.loads(self._read_body())
        finally:
            watchdog.cancel()
        return message

    def _read_body(self) -> bytes:
        assert self._process.stdout is not None
        length = 0
        while (header := self._process.stdout.readline()) != b"\r\n":
            assert header, f"the language server said nothing for {_SECONDS} s, or died"
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return self._process.stdout.read(length)


def _at(path: Path, line: int, column: int) -> dict[str, object]:
    uri = path.resolve().as_uri()
    return {
        "textDocument": {"uri": uri},
        "position": {"line": line - 1, "character": column - 1},
    }


def _problem(published: dict[str, Any]) -> Problem:
    start = published["range"]["start"]
    return Problem(start["line"] + 1, start["character"] + 1, published["message"])


def _proposal(item: dict[str, Any]) -> Proposal:
    inserts = item.get("insertText") or item.get("textEdit", {}).get("newText", item["label"])
    documentation = item.get("documentation", "")
    if isinstance(documentation, dict):
        documentation = documentation["value"]
    return Proposal(item["label"], inserts, documentation)
