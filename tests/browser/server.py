"""The real application on a real port, served by threads of the test process as the weak role."""

import threading
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIServer

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import WSGIRequestHandler
from django.db import connections


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Requests are watched from the browser's side."""


class ThreadedServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle of an answer is no error of ours."""


class Server:
    """Started with `with`. `url` has the name that passkeys need."""

    def __enter__(self) -> "Server":
        self.server = ThreadedServer(("127.0.0.1", 0), QuietHandler)
        self.server.set_app(WSGIHandler())
        self.url = f"http://localhost:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
