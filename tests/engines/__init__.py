"""What the engines that are installed make of one briefing, side by side."""
