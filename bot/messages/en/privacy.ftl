# What is kept of the customer. Who changes a notice gives it a new version in knowledge/privacy/consents.py.

privacy_notice_bookings = Before you give me your details: PRO-NET (Proton New Energy Technology Sdn Bhd), smart's distributor, and the outlet you choose use them to make this booking, to reach you about it and to remind you. They are stored encrypted. Name, phone, plate and address are deleted 6 months after the appointment, this chat 12 months after your last message. It's up to you to give them, but a booking needs them. Write “my data” at any time to see them, get a copy, have them deleted or stop reminders.
privacy_notice_messages = I'll write to you here first only about your own bookings: reminders, changes, and a time that becomes free while you wait for one. No advertising. Write “my data” to stop this.

utter_privacy =
    This is what I keep about you in this chat, encrypted:
    { $kept }
    It's used only to answer you and for your bookings. A chat is deleted { $talk } months after your last message, the personal details of a booking { $booking } months after the appointment. You can get a copy, have it all deleted or stop reminders. For anything I don't keep myself, such as data in the car or the app, ask one of our people.
privacy_kept_messages = • { $count ->
        [one] 1 message
       *[other] { NUMBER($count) } messages
    } since { $since }, and what I remember of them
privacy_kept_bookings = • { $count ->
        [one] 1 booking with your details
       *[other] { NUMBER($count) } bookings with your details
    }
privacy_kept_handovers = • { $count ->
        [one] 1 request for a person or a call
       *[other] { NUMBER($count) } requests for a person or a call
    }
privacy_kept_waiting = • { $count ->
        [one] 1 place on a waiting list
       *[other] { NUMBER($count) } places on waiting lists
    }
privacy_kept_consent_bookings = • your consent to the notice about bookings, { $date }
privacy_kept_consent_messages = • your consent to reminders, { $date }
privacy_kept_stop = • your wish to get no reminders
privacy_going_upcoming = • { $count ->
        [one] your upcoming booking is cancelled
       *[other] your { NUMBER($count) } upcoming bookings are cancelled
    }

utter_privacy_export = Here is everything I keep about you. The links work for 30 minutes; whoever has them can open your data, so please don't pass them on.
link_export_json = Your data, as JSON for programs
link_export_text = Your data, as text to read

utter_privacy_erase =
    Shall I delete everything I keep about you? It can't be undone:
    { $kept }
    What stays is without your name: that bookings were made or cancelled, and when you agreed to our notice.
utter_privacy_erased = { $cancelled ->
        [0] Done: everything I kept about you is deleted.
       *[other] Done: everything I kept about you is deleted, and your upcoming bookings are cancelled.
    } If you write to me again, we start afresh.
utter_privacy_unchanged = All right, nothing was deleted. Is there anything else I can help with?
utter_privacy_stopped = Done: I won't write to you first any more, not even to remind you. Your bookings stay, and I still answer when you write. Is it someone else who contacts you? Tell me, and one of our people can look into it.
utter_privacy_started = Reminders are on again. { $notice }

button_privacy_export = Get a copy of my data
button_privacy_erase = Delete my data
button_privacy_erase_confirmed = Yes, delete everything
button_privacy_keep = No, keep it
button_privacy_stop = Stop reminders
button_privacy_start = Turn reminders on
