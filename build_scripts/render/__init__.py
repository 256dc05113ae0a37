"""Stage: pages and data on disk in, the site out. The Markdown extension, the theme's parts, the engine."""
