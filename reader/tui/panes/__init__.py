"""What the screen is made of: title line, list, rule, reading pane, search bar, footer."""
