"""Teaching by chat: synonyms, stored pairs, unanswered questions, tables."""
