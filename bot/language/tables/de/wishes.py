"""German: orders about what exists, as `intents` look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WISHES: Mapping[str, str] = {
    "done": "erledigt|fertig|gemacht|abhaken|erledige|abgehakt|abschließen",
    "delete": "löschen|lösche|entfernen|entferne|lösche aufgabe|aufgabe löschen",
    "snooze": "schlummern|snooze|später erinnern|verschieben|verschiebe|erinnere mich später"
    "|erinnere mich nochmal|erinnere mich wieder|schlummere|später",
    "snooze_for": "um|auf|bis|in|für",
    "change": "verschiebe|verschieben|ändere|ändern|verlege|verlegen|verschiebe aufgabe"
    "|ändere erinnerung|verschiebe erinnerung|erinnerung|verlege aufgabe|verlege erinnerung",
    "to": "auf|zu|zum|nach",
    "zone": "zeitzone|setze zeitzone|setze die zeitzone|meine zeitzone ist|meine zeitzone"
    "|stelle zeitzone|stelle die zeitzone|zeitzone setzen|ändere zeitzone|ändere die zeitzone"
    "|zeitzone ändern|stell die zeitzone|setz die zeitzone|setz zeitzone",
    "to_zone": "auf|ist|:|=",
    "agenda": "tägliche erinnerung|tägliche übersicht|tagesübersicht|tagesplan|morgenübersicht"
    "|täglicher überblick|übersicht|tägliche agenda|morgenagenda|agenda|tägliche erinnerungen"
    "|schick mir den tagesplan|schick mir die tagesübersicht|erinnere mich täglich",
    "review": "abendrückblick|tagesrückblick|täglicher rückblick|abendlicher rückblick",
    "off": "aus|ausschalten|nie|keine|keinen|abschalten|deaktivieren|schalte aus",
    "until": "bis|bis zum",
    "eve": "am vortag|am tag davor|am tag vorher|am vorabend|am abend vorher|am abend davor"
    "|tags zuvor|einen tag vorher|einen tag davor",
    "before": "vorher|davor|zuvor|vor|früher|im voraus",
    "remind": "erinnern|erinnere mich|erinnerung|neue erinnerung|erinnere",
    "remind_before": "",
}
