"""Formatted texts, written in the site's editor."""

from plone.app.textfield import RichText


class Html(RichText):
    """HTML only: nobody has to choose between kinds of text."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            default_mime_type="text/html",
            output_mime_type="text/x-html-safe",
            allowed_mime_types=("text/html",),
            **options,
        )
