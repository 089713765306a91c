"""Our own symbols, drawn on 16 or 24 units: a shape for every state, and an icon where it helps to find something.

Class f is filled, k knocked out in the color behind. They are put into the page, so that paper and PDF have them too.
"""

# ruff: noqa: E501 (drawings)

from typing import Final

RING: Final = '<circle cx="8" cy="8" r="6.4"/>'
DIAMOND: Final = "M8 1.2L14.8 8 8 14.8 1.2 8z"
DASHED: Final = '<circle cx="8" cy="8" r="6.3" stroke-width="2" stroke-dasharray="2.7 2.25"/>'
PETALS: Final = "".join(
    f'<circle cx="{x}" cy="{y}" r="2.5"/>' for x, y in [(8, 3.3), (12.3, 6.4), (10.7, 11.5), (5.3, 11.5), (3.7, 6.4)]
)

SMALL: Final = {
    # Answers.
    "yes": '<circle class="f" cx="8" cy="8" r="7.2"/><path class="k" stroke-width="2" d="M4.8 8.3l2.3 2.3 4.2-4.9"/>',
    "check": '<path stroke-width="2" d="M3 8.6l3.4 3.4L13 4.6"/>',
    "partly": RING + '<path class="f" d="M8 1.6a6.4 6.4 0 0 1 0 12.8z"/>',
    "no": RING + '<path d="M4.9 8h6.2"/>',
    "unknown": '<circle cx="8" cy="8" r="6.4" stroke-dasharray="2.4 2.6"/>'
    '<path d="M6.2 6.4c.1-2.3 3.7-2.2 3.6 0 0 1.3-1.8 1.4-1.8 2.8M8 11.3v.1"/>',
    # Needs.
    "answered": '<path class="f" d="M1.5 14.5C1 6.5 5.5 1.5 14.5 1.5c.3 8.5-4 13.3-11 12z"/>'
    '<path class="k" stroke-width="1.3" d="M2.6 13.4L10.5 5.6"/>',
    "half": '<path d="M1.8 14.2C1.3 6.5 5.8 1.8 14.2 1.8c.2 8.2-4 12.8-10.8 11.6z"/>'
    '<path class="f" d="M2 14L14.2 1.8c.2 8.2-4 12.8-10.8 11.6z"/>',
    "hole": DASHED,
    "urgent": DASHED + '<circle class="f" cx="8" cy="8" r="2.7"/>',
    "bloom": f'<g class="f">{PETALS}</g><circle class="kf" cx="8" cy="8" r="1.6"/>',
    # How likely police are brought in: full, half, crossed off, asked.
    "likely": f'<path class="f" d="{DIAMOND}"/><path class="k" stroke-width="1.9" d="M8 4.8v3.6M8 11v.1"/>',
    "sometimes": f'<path d="{DIAMOND}"/><path class="f" d="M8 1.2L14.8 8 8 14.8z"/>',
    "never": f'<path d="{DIAMOND}"/><path d="M5.6 8.1l1.7 1.7 3-3.4"/>',
    "unsure": f'<path d="{DIAMOND}" stroke-dasharray="2.4 2"/>'
    '<path stroke-width="1.4" d="M6.6 6.9c.1-1.8 2.9-1.7 2.8 0 0 1-1.4 1.1-1.4 2.1M8 10.9v.1"/>',
    "tongue": '<path d="M1.8 2.5h12.4v8.3H7.3l-3.2 3v-3H1.8zM4.8 5.4h6.4M4.8 8h4"/>',
    "clock": RING + '<path d="M8 4.5V8l2.4 1.6"/>',
    "turned": RING + '<path d="M3.6 12.4l8.8-8.8"/>',
    # Rows of an import.
    "new": '<path stroke-width="2" d="M8 2.5v11M2.5 8h11"/>',
    "changed": '<path stroke-width="2" d="M2 8h11M9 4l4 4-4 4"/>',
    "duplicate": '<path d="M2 2h8.5v8.5H2zM5.5 13.8h8.3V5.5"/>',
    "wrong": '<path d="M8 1.8L15 14H1zM8 6.2v3.6M8 12v.1"/>',
    "same": '<path stroke-width="2" d="M3 5.5h10M3 10.5h10"/>',
    # How far: nothing, a quarter, three quarters.
    "stage-none": '<circle cx="8" cy="8" r="6.4" stroke-dasharray="1.5 2.5"/>',
    "stage-begun": RING + '<path class="f" d="M8 8V1.6A6.4 6.4 0 0 1 14.4 8z"/>',
    "stage-near": RING + '<path class="f" d="M8 8V1.6a6.4 6.4 0 1 1-6.4 6.4z"/>',
    # To find one's way.
    "lock": '<path class="f" d="M3 7h10v7.5H3z"/><path d="M5.2 7V4.8a2.8 2.8 0 0 1 5.6 0V7"/>',
    "eye": '<path d="M1 8c3.2-5.6 10.8-5.6 14 0-3.2 5.6-10.8 5.6-14 0z"/><circle class="f" cx="8" cy="8" r="2.1"/>',
    "find": '<circle cx="7" cy="7" r="4.8"/><path d="M10.7 10.7L14.5 14.5"/>',
    "leave": '<path stroke-width="1.9" d="M5 3l5 5-5 5M13.5 3v10"/>',
    "paper": '<path d="M3 1.5h7l3 3v10H3zM10 1.5v3h3M5.5 8h5M5.5 11h5"/>',
    "print": '<path d="M4.5 6V1.8h7V6M4.5 12H2V6h12v6h-2.5M4.5 9.5h7v4.7h-7z"/>',
    "next": '<path stroke-width="2" d="M6 3l5 5-5 5"/>',
    "back": '<path stroke-width="2" d="M10 3L5 8l5 5"/>',
    "close": '<path stroke-width="1.9" d="M3.5 3.5l9 9M12.5 3.5l-9 9"/>',
    "edit": '<path d="M2.2 13.8l.8-3.6L10.6 2.6l2.8 2.8L5.8 13zM9 4.2L11.8 7"/>',
    "undo": '<path stroke-width="1.9" d="M5.5 2.5L2 6l3.5 3.5M2 6h7.5a4 4 0 0 1 0 8H6"/>',
    "bin": '<path d="M2.5 4h11M6 4V2h4v2M4 4l.7 10h6.6L12 4M6.8 7v4.5M9.2 7v4.5"/>',
    "people": '<circle cx="5.6" cy="5" r="2.6"/><path d="M1 14c0-5.5 9.2-5.5 9.2 0M10.5 2.7a2.6 2.6 0 0 1 0 4.7M12.3 9.7c1.7.7 2.7 2.1 2.7 4.3"/>',
    "place": '<path d="M8 15S2.5 9.8 2.5 6.3a5.5 5.5 0 0 1 11 0C13.5 9.8 8 15 8 15z"/><circle class="f" cx="8" cy="6.3" r="1.9"/>',
    "phone": '<path d="M3.2 1.8l2.6-.3 1.2 3.4-1.7 1.4c.9 1.9 2.3 3.3 4.3 4.3l1.5-1.7 3.3 1.3-.3 2.7C8 14.6 1.5 8 3.2 1.8z"/>',
    "file": '<path d="M3 1.5h7l3 3v10H3zM10 1.5v3h3"/>',
    "link": '<path d="M6.8 9.2a2.8 2.8 0 0 0 4 0l2.6-2.6a2.8 2.8 0 0 0-4-4L8.3 3.7M9.2 6.8a2.8 2.8 0 0 0-4 0L2.6 9.4a2.8 2.8 0 0 0 4 4l1.1-1.1"/>',
    "move": '<path d="M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2"/>',
    "filter": '<path d="M2 3h12L9.5 8.5V13l-3 1.5v-6z"/>',
    "mine": '<circle cx="8" cy="5" r="3"/><path d="M2.5 14.5c0-6.5 11-6.5 11 0"/>',
    "down": '<path stroke-width="2" d="M8 2v9M4 7.5l4 4 4-4M2.5 14.2h11"/>',
    "up": '<path stroke-width="2" d="M8 11.5v-9M4 6l4-4 4 4M2.5 14.2h11"/>',
}

LARGE: Final = {
    "overview": '<path d="M12 21V10M12 14c-5 .5-8-2-8-7 5-.5 8 2 8 7zM12 11c0-4 2.5-6.5 7.5-6.5C19.7 9 17 11.5 12 11z"/>'
    '<path d="M5 21h14"/>',
    "map": '<path d="M3 6.5l6-2.5 6 2.5 6-2.5v13.5l-6 2.5-6-2.5-6 2.5zM9 4v13.5M15 6.5V20"/>',
    "listening": '<path d="M4 4.5h13v9H9.5L6 16.5v-3H4zM20 9v8h-2v3l-3.5-3H11"/>',
    "capacity": '<path d="M4 4h7v7H4zM13.5 4h6.5v7h-6.5zM4 13.5h7V20H4zM13.5 13.5h6.5V20h-6.5z"/>',
    "safety": '<circle cx="12" cy="4.5" r="1.8"/><circle cx="19" cy="9.8" r="1.8"/><circle cx="16.3" cy="18.3" r="1.8"/>'
    '<circle cx="7.7" cy="18.3" r="1.8"/><circle cx="5" cy="9.8" r="1.8"/>',
    "budget": '<path d="M4 4h16v16H4zM4 12h16M12 4v16"/><circle class="f" cx="8" cy="8" r="1.4"/>'
    '<circle class="f" cx="16" cy="8" r="1.4"/><circle class="f" cx="7" cy="16" r="1.4"/>'
    '<circle class="f" cx="9.5" cy="16" r="1.4"/>',
}


def drawing(name: str) -> tuple[str, int]:
    """The inside of a symbol and the side of its square. An unknown name is a mistake of ours and raises KeyError."""
    if name in LARGE:
        return LARGE[name], 24
    return SMALL[name], 16
