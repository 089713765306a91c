"""Paper: a template and its context become the bytes of a PDF."""

from ecosystem.pdf.render import PdfUnavailableError, render_pdf

__all__ = ["PdfUnavailableError", "render_pdf"]
