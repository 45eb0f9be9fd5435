"""What the parts of the application find each other by."""

from aiohttp import web

from channels.calendars.links import Calendars
from channels.dialogue import Dialogue
from channels.exports.links import Exports
from channels.gateway import Gateway
from channels.hub import Hub
from channels.language import Languages
from channels.metrics import Metrics
from channels.pictures.links import Pictures
from channels.rasa import Rasa
from channels.replies import Replies
from channels.texts import Texts
from knowledge.database import Database
from settings import Settings

SETTINGS = web.AppKey("settings", Settings)
DATABASE = web.AppKey("database", Database)
TEXTS = web.AppKey("texts", Texts)
LANGUAGES = web.AppKey("languages", Languages)
HUB = web.AppKey("hub", Hub)
GATEWAY = web.AppKey("gateway", Gateway)
METRICS = web.AppKey("metrics", Metrics)
RASA = web.AppKey("rasa", Rasa)
PICTURES = web.AppKey("pictures", Pictures)
CALENDARS = web.AppKey("calendars", Calendars)
REPLIES = web.AppKey("replies", Replies)
EXPORTS = web.AppKey("exports", Exports)
DIALOGUE = web.AppKey("dialogue", Dialogue)
