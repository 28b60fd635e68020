"""Loading a catalogue, step by step."""
