#!/usr/bin/env python3
"""A language server that does nothing but note what it is told, for trials of editors' set-ups.

Each message goes as a line of JSON into the file that CANEVAS_LOG names, behind the process's
number and arguments.
"""

import json
import os
import sys


def main() -> None:
    while header := sys.stdin.buffer.readline():
        length = int(header.split(b":")[1])
        while sys.stdin.buffer.readline().strip():
            pass
        message = json.loads(sys.stdin.buffer.read(length))
        line = {"process": os.getpid(), "arguments": sys.argv[1:], **message}
        with open(os.environ["CANEVAS_LOG"], "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        if message["method"] == "exit":
            return
        if "id" in message:
            is_start = message["method"] == "initialize"
            result = {"capabilities": {"textDocumentSync": 1}} if is_start else None
            answer = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}).encode()
            sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%s" % (len(answer), answer))
            sys.stdout.buffer.flush()


main()
