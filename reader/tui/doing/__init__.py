"""What the commands do, by subject; each class gives its commands by name to the main screen."""
