"""Reviews and portfolios as documents to be read: a page is composed once, and written as Markdown, HTML or PDF."""
