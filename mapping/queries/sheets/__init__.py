"""The ecosystem sheet: ours, one's own, on paper."""
