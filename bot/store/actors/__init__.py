"""Who is in the news: which names are one, and whom a typed name means."""
