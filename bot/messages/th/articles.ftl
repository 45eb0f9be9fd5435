# กรอบของบทความใน knowledge/seed

utter_article = { $body }
utter_article_sourced =
    { $body }
    { $source }
