"""What a report says, before anybody lays it out."""
