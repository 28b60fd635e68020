"""The grammar of short statements in words: what is affirmed, denied, weakened, doubted, announced or left open."""
