"""The craft of Chinese and mixed text: line breaking, justification, fonts and fallback."""
