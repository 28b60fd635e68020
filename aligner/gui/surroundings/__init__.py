"""What every part of the window works with: the open project, jobs, theme, what it remembers."""
