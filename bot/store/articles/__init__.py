"""An article comes in: its file, its texts, its story; and what readers ask for of articles."""
