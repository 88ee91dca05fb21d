#!/bin/sh
# Install what the machine lacks for the named purposes: pdf, test, editor, python.
# Through apt when root; else print the one command to run, and stop.
set -eu

lacking=""

has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_font() { fc-list 2>/dev/null | grep -Eq 'Times New Roman|Liberation Serif|Tinos'; }
want() { lacking="$lacking $1"; }

for purpose in "$@"; do
    case "$purpose" in
    python)
        ${PYTHON:-python3} -c 'import ensurepip' 2>/dev/null || want python3-venv
        ;;
    pdf)
        has_library libpango-1.0 || want libpango-1.0-0
        has_library libpangoft2-1.0 || want libpangoft2-1.0-0
        has_library libharfbuzz-subset || want libharfbuzz-subset0
        command -v fc-list >/dev/null || want fontconfig
        has_font || want fonts-liberation2
        ;;
    test)
        command -v soffice >/dev/null || want libreoffice-writer-nogui
        command -v pdftotext >/dev/null || want poppler-utils
        # the tests measure against Liberation Serif, whatever else is installed
        fc-list 2>/dev/null | grep -q 'Liberation Serif' || want fonts-liberation2
        ;;
    editor)
        command -v npm >/dev/null || want npm
        ;;
    *)
        echo "need.sh: không biết «$purpose»" >&2
        exit 2
        ;;
    esac
done

[ -n "$lacking" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Cài thêm:$lacking"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 # the names are words
    apt-get install -y -qq --no-install-recommends $lacking >/dev/null
else
    echo "Máy còn thiếu:$lacking" >&2
    echo "Đề nghị chạy lệnh sau rồi chạy lại:" >&2
    echo "    sudo apt-get install --no-install-recommends$lacking" >&2
    exit 2
fi
