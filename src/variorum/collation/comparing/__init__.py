"""Two statements alone, and the judgement over two claims that are about one thing."""
