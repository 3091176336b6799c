"""A library as large as a big team's in years: many interviews of a hundred notes each, in several scripts.

    python -m benchmarks.library_sample FOLDER [SESSIONS]

One interview is held by the program's own gestures; the others are its file with other words, people and
days. What is said in them is decided by the number alone, so that every run measures the same.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.programs import make_session

from interview_tui.store.json_bytes import decode, encode
from interview_tui.store.workspace import Workspace

SESSIONS = 10_000
NOTES = 100

_SEED = 1982
_EVERY = timedelta(hours=2, minutes=37)
_FIRST = datetime(2023, 9, 4, 8, 0, tzinfo=UTC)
_WORDS = 14
"""Words of an ordinary note; from five to twice as many less five."""

_COMMON = """
the and to a of they it in is that for on we with not but when he she at then all so one day from what
list call paper phone slot patient system again because every week hour always wait ask know says want
cancelled appointment front desk calendar doctor monday morning nobody trusts writes down number twice
spreadsheet message late full empty find look screen button click slow wrong right order part supplier
invoice customer price time lost money team shift schedule holiday insurance letter form sign fax mail
"""
_SYLLABLES = (
    "an ber cor del en far gos hin ist jun kel lor mer nal or pel qui ros sel tan ur vel win xan yor zel"
)
_OTHERS = (
    "Der Kalender am Empfang stimmt nie, größere Lücken füllt sie per Telefon; danach heißt es: zu spät für "
    "die Ärztin, außer Müllers Gerät läuft über Nacht und schließt früh",
    "Cada mañana llama a los pacientes de la lista, según el número que le dejó la señora de ayer; después "
    "apunta quién vendrá, quizá el jueves, y añade una razón más",
    "Elle rappelle très tôt, le créneau est déjà pris par quelqu'un qui n'a pas été prévenu à temps; où ça, "
    "là-bas, après l'été, grâce au carnet où tout était noté",
    "取消の連絡は電話だけで紙一覧を上から順にかけ直していますが昼休みまで誰も出ない日には"
    "予約表が空白のまま医師待ち時間患者受付事務員毎朝確認入力二重作業困",
    "患者取消预约以后前台要打十几个电话才能把空位补上医生等着表格里的数字每天都"
    "不一样系统太慢大家用纸记录下午再输入一遍容易出错",
    "취소된 예약을 채우려고 아침마다 전화를 돌린다고 했다 환자 "
    "명단은 종이에 적혀 있고 점심 전까지 아무도 받지 않는 날도 많다",
    "المواعيد الملغاة تبقى فارغة لأن القائمة على الورق عند الهاتف "
    "ولا أحد يثق بالنظام صباح الاثنين قبل وصول الطبيب",
    "Отменённый приём никто не занимает, список лежит у телефона ещё с понедельника, а врач ждёт и всё "
    "записывает вручную, потому что программа считает не так",
    "sighs 😮‍💨 and shows `export --all > slots.csv`, "
    "then calls sync_calendar() by hand 🎉 at ~/bin/fix.sh "
    "user@host C++ v2.1 #late ☎️ 👍 TODO: retry(3)",
    "ประชุมทุกเช้าวันจันทร์แต่ตารางยังว่างอยู่คนไข้โทรมายกเลิกแล้วไม่มีใครจดไว้จนถึงบ่าย",
)
"""Other scripts, and what looks like code; notes take their words, or characters, in any order."""

_OTHER_SHARE = 0.18
_SEGMENTS = ("small clinics", "hospitals", "dentists", "physiotherapists", "vets")


def write_library(folder: Path, sessions: int = SESSIONS, notes: int = NOTES) -> Workspace:
    """A workspace with so many finished interviews."""
    workspace = Workspace(folder)
    workspace.create()
    mould = _Mould(workspace, notes)
    for number in range(sessions):
        name, raw = mould.session(number)
        (workspace.sessions / f"{name}.json").write_bytes(raw)
    return workspace


class _Mould:
    """One interview's file, from which the others are made."""

    def __init__(self, workspace: Workspace, notes: int) -> None:
        path = make_session(workspace, notes)
        tables = decode(path.read_bytes())
        path.unlink()
        assert isinstance(tables, dict)
        self._tables: dict[str, Any] = tables
        words = random.Random(_SEED)
        rare = {"".join(words.choices(_SYLLABLES.split(), k=words.randint(2, 4))) for _ in range(30_000)}
        self._words = [*_COMMON.split(), *words.sample(sorted(rare), len(rare))]
        self._weights = list(accumulate(1 / (place + 3) for place in range(len(self._words))))
        self._units = [text.split() if " " in text else list(text) for text in _OTHERS]
        self._tags = [tag["name"] for tag in tables["meta"]["1"]["codebook"]]

    def session(self, number: int) -> tuple[str, bytes]:
        """The name and the bytes of one interview."""
        chance = random.Random(_SEED + number)
        began = _FIRST + number * _EVERY
        name = f"{began:%Y-%m-%d-%H%M}-{number:04x}"
        tables = {**self._tables, "meta": {"1": dict(self._tables["meta"]["1"])}}
        tables["meta"]["1"] |= {
            "id": name,
            "created_utc": began.isoformat(timespec="seconds"),
            "practice": False,
        }
        said = [(self._text(chance), chance.choice(self._tags)) for _ in tables["notes"]]
        person = {"participant": f"P{number // 3 + 1:02}", "segment": chance.choice(_SEGMENTS)}
        for table in ("notes", "events"):
            tables[table] = self._with(tables[table], table, said, person)
        return name, encode(tables)

    def _with(
        self, rows: dict[str, Any], table: str, said: list[tuple[str, str]], person: dict[str, str]
    ) -> dict[str, Any]:
        """Rows of a table with other words; the first ones of `events` say who it is."""
        made, left = {}, iter(said)
        for number, row in rows.items():
            if table == "notes" or row["kind"] == "note_added":
                text, tag = next(left)
                row = {**row, "text": text, "tag": tag}
            made[number] = row
        if table == "events":
            first = next(iter(rows.values()))
            for place, (field, told) in enumerate(person.items(), start=1):
                made[str(len(rows) + place)] = {
                    **{key: first[key] for key in ("device", "at_ms", "author")},
                    **{"id": f"01K{place:023}", "counter": len(rows) + place, "kind": "field_set"},
                    **{"target": "session", "name": field, "value": told},
                }
        return made

    def _text(self, chance: random.Random) -> str:
        if chance.random() < _OTHER_SHARE:
            units = chance.choice(self._units)
            gap = "" if len(units[0]) == 1 else " "
            return gap.join(chance.choices(units, k=chance.randint(5, 2 * _WORDS - 5)))
        count = chance.randint(5, 2 * _WORDS - 5)
        return " ".join(chance.choices(self._words, cum_weights=self._weights, k=count))


def main() -> None:
    """Write one."""
    folder, *count = sys.argv[1:]
    write_library(Path(folder), int(count[0]) if count else SESSIONS)


if __name__ == "__main__":
    main()
