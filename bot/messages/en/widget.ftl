# The web widget: its greeting, labels and notices.

widget_name = smart assistant
widget_subtitle = Automated assistant for smart cars
widget_subtitle_agent = You are talking with our team
widget_open = Open the chat with smart assistant
widget_close = Close the chat
widget_unread = New messages: { $count }
widget_language = Language

widget_greeting = Hello! I'm the smart assistant, an automated helper. Ask me about smart cars, prices, range and charging. I can also pass you to a person.
widget_suggestion_price = How much is the smart #1?
widget_suggestion_compare = Compare the #1 and the #3
widget_suggestion_charging = How long does charging take?
widget_suggestion_person = Talk to a person
widget_suggestions = Suggested replies

widget_messages = Conversation
widget_earlier = Show earlier messages
widget_you = You
widget_assistant = Assistant
widget_agent = Our team
widget_typing = The assistant is writing
widget_new_message = New message

widget_input = Your message
widget_placeholder = Write a message
widget_send = Send
widget_over_limit = Too long by { $count }
widget_sending = Sending
widget_waiting = Waiting for a connection
widget_sent = Sent
widget_failed = Not sent
widget_retry = Try again

widget_location = Share my location
widget_location_message = Here is my location
widget_location_finding = Finding your location …
widget_location_denied = Your browser does not let this page see your location. You can allow it in the browser's settings, or write the name of a place.
widget_location_failed = Your location could not be found. Please write the name of a place instead.

widget_offline = No connection right now. What you write is kept and sent once it is back.
widget_online = Connected again
widget_new_session = Your earlier conversation could not be continued, so a new one has started here.

widget_previous = Previous
widget_next = Next
widget_cards = Cards
widget_details = Details
widget_new_tab = opens in a new tab

widget_error_too_long = This message is too long: it may have up to 4,000 characters. Please shorten it, or send it in parts.
widget_error_empty = This message is empty. Please write something first.
widget_error_rate = That was a lot of messages in a short time. Please wait a moment and try again.
widget_error_busy = Very many people are writing to us right now. Please try again in a minute.
widget_error_version = The chat has been updated. Please reload this page.
widget_error_bad_frame = This message could not be read. Please reload this page and try again.
widget_error_fault = Something went wrong on our side and this message was not taken. Please try again.
