"""A small real service: answers on a port, has a child process of its own, can be told to fail."""

import http.server
import signal
import subprocess
import sys
import time
from pathlib import Path

port, folder, mode = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
print(f"service on {port} in mode {mode}", flush=True)

if mode == "broken":
    sys.exit("the reason why it cannot start")
if mode == "silent":
    time.sleep(600)
if mode == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)

child = subprocess.Popen(["sleep", "600"])
(folder / f"child-{port}").write_text(str(child.pid))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


http.server.HTTPServer.allow_reuse_address = True
http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
