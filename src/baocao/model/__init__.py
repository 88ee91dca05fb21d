"""The nouns: frozen dataclasses for the campaign, what units write, and the finished document."""
