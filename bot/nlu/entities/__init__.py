"""Entities by lexicon and grammar: one module for each subject, joined by the extractor."""

from bot.nlu.entities.extractor import LexiconEntityExtractor

__all__ = ["LexiconEntityExtractor"]
