"""An article comes in: its file, its texts, its story; and which stories and quotations are given."""
