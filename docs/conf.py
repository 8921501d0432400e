"""How the documentation is built."""

project = "Koinon"
copyright = "Koinon contributors, EUPL-1.2"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Koinon"
myst_enable_extensions = ["deflist", "fieldlist"]
myst_heading_anchors = 3
nitpicky = True
