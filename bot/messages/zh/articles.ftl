# knowledge/seed 里文章的外框。

utter_article = { $body }
utter_article_sourced =
    { $body }
    { $source }
