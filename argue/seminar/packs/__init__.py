"""Everything a class on one case needs, in a folder: handout, slides, what-ifs, notes, quiz."""
