"""Search everywhere: people, units, agreements, agenda, meetings and commands, by Chinese, pinyin or initials."""
