# Handing over to a person.

utter_agent = I've passed your request on together with our conversation, so you won't have to repeat yourself. Your reference is { $reference }. I have no opening hours on record, so I can't promise when someone will answer. You can keep asking me in the meantime, or leave a number to be called back.
utter_ask_phone = Which number may we call? For example 012-345 6789, or with the country code.
utter_phone_invalid = That doesn't look like a phone number I can use. A Malaysian number looks like 012-345 6789, a Thai one like 081 234 5678; other countries with + and the country code.
utter_callback = Noted: we'll call { $phone }. Your reference is { $reference }. I have no opening hours on record, so I can't promise the hour. Is there anything else you'd like to know?
