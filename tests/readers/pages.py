"""Random pages as people type them: lists cut into blocks, over several sheets, with everything that stands between."""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADINGS = {
    "number": ("标准号", "标准编号", "Standard No.", "国家标准编号"),
    "title": ("标准名称", "中文名称", "Title"),
    "adopted": ("采用国际标准号", "采标国际标准", "Adopted International Standard No."),
    "degree": ("采标程度", "一致性程度", "Degree of correspondence"),
    "status": ("标准状态", "状态", "Status"),
}
GROUPS = (
    "一、基础通用",
    "3 Electrical",
    "1.1 术语",
    "ICS 21.100.20",
    "SAC/TC 98 滚动轴承",
    "（二）方法标准",
    "2016年发布",
)
FEET = ("第 1 页 共 3 页", "合计 12 项", "注：本表仅供参考", "制表人：张三", "小计", "Page 2 of 3", "审核：李四")


@dataclass
class Standard:
    """What is true of one standard: its number, and the adopted numbers with their degrees."""

    number: str
    adopted: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """A workbook and what is in it; `kinds` are the layouts that were mixed."""

    standards: list[Standard]
    kinds: set[str]
    sheets: list[list[list[Any]]] = field(default_factory=list)
    merged: list[list[tuple[int, int, int, int]]] = field(default_factory=list)

    def save(self, path: Path) -> Path:
        """Write the workbook."""
        workbook = Workbook()
        for number, (rows, merged) in enumerate(zip(self.sheets, self.merged, strict=True)):
            sheet: Any = workbook.active if number == 0 else workbook.create_sheet()
            sheet.title = f"表{number + 1}"
            for row in rows:
                sheet.append(row)
            for top, left, bottom, right in merged:
                sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        workbook.save(path)
        return path


class Typist:
    """Types a random list onto pages."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.kinds: set[str] = set()
        self._serial = 0

    def page(self) -> Page:
        """A page with its truth."""
        standards = self._standards()
        page = Page(standards, self.kinds)
        sheets = self.random.choice((1, 1, 1, 2, 3))
        if sheets > 1:
            self.kinds.add("several sheets")
        layout = self._layout()
        cuts = sorted(self.random.sample(range(1, len(standards)), sheets - 1))
        parts = [standards[a:b] for a, b in zip([0, *cuts], [*cuts, len(standards)], strict=True)]
        for part in parts:
            self._sheet(page, part, layout)
        return page

    def _standards(self) -> list[Standard]:
        found = []
        for at in range(self.random.randint(6, 24)):
            standard = Standard(f"GB/T {30001 + at}-{self.random.randint(2001, 2020)}")
            for which in range(self.random.choice((0, 1, 1, 1, 2, 3))):
                adopted = f"ISO {20001 + 10 * at + which}:{self.random.randint(1999, 2019)}"
                standard.adopted.append((adopted, self.random.choice(("IDT", "MOD", "NEQ"))))
            found.append(standard)
        return found

    def _layout(self) -> list[str]:
        columns = ["number", "title", "adopted", "degree"]
        if self.random.random() < 0.6:
            columns.append("status")
        if self.random.random() < 0.5:
            columns.insert(0, "serial")
        return columns

    def _sheet(self, page: Page, standards: list[Standard], layout: list[str]) -> None:
        rows: list[list[Any]] = []
        merged: list[tuple[int, int, int, int]] = []
        page.sheets.append(rows)
        page.merged.append(merged)
        if self.random.random() < 0.4:
            rows.append([f"2024年国家标准目录（第{len(page.sheets)}批）"])
            merged.append((0, 0, 0, len(layout) - 1))
            self.kinds.add("title above")
        if len(standards) > 7 and self.random.random() < 0.2:
            self._side_by_side(rows, standards, layout)
            return
        self._headings(rows, layout)
        for at, standard in enumerate(standards):
            if at and self.random.random() < 0.12:
                self._break(rows, merged, layout)
                if self.random.random() < 0.3 and at < len(standards) - 1:
                    layout = self._other_order(rows, layout)
            self._standard(rows, merged, standard, layout)
        self._foot(rows, layout)

    def _headings(self, rows: list[list[Any]], layout: list[str]) -> None:
        rows.append([self.random.choice(HEADINGS[name]) if name in HEADINGS else "序号" for name in layout])
        if self.random.random() < 0.15:
            rows.append([f"({number})" for number in range(1, len(layout) + 1)])
            self.kinds.add("column numbers")

    def _break(self, rows: list[list[Any]], merged: list[tuple[int, int, int, int]], layout: list[str]) -> None:
        kind = self.random.choice(("group", "group merged", "page", "total"))
        self.kinds.add(kind)
        if kind == "page":
            rows.append([self.random.choice(FEET)])
            self._headings(rows, layout)
        elif kind == "total":
            rows.append([self.random.choice(("小计", "合计", "Total")), len(rows)])
        else:
            rows.append([self.random.choice(GROUPS)])
            if kind == "group merged":
                merged.append((len(rows) - 1, 0, len(rows) - 1, len(layout) - 1))

    def _other_order(self, rows: list[list[Any]], layout: list[str]) -> list[str]:
        self.kinds.add("other order")
        moved = [name for name in layout if name != "serial"]
        self.random.shuffle(moved)
        layout = (["serial"] if "serial" in layout else []) + moved
        self._headings(rows, layout)
        return layout

    def _standard(
        self, rows: list[list[Any]], merged: list[tuple[int, int, int, int]], standard: Standard, layout: list[str]
    ) -> None:
        self._serial += 1
        several = len(standard.adopted) > 1
        is_after = layout.index("adopted") > layout.index("number")
        ways = ("cell", "repeated", "merged", "blank") if is_after else ("cell", "repeated", "merged")
        way = self.random.choice(ways) if several else "plain"
        self.kinds.add(way)
        row = {
            "number": standard.number,
            "title": f"试验方法 第{self._serial}类",
            "status": "现行",
            "serial": self._serial,
        }
        if way in ("plain", "cell"):
            row["adopted"] = "\n".join(number for number, _ in standard.adopted)
            row["degree"] = "\n".join(degree for _, degree in standard.adopted)
            rows.append([row.get(name, "") for name in layout])
            return
        top = len(rows)
        for which, (number, degree) in enumerate(standard.adopted):
            own = row | {"adopted": number, "degree": degree}
            if which and way != "repeated":
                own = {"adopted": number, "degree": degree}
            rows.append([own.get(name, "") for name in layout])
        if way == "merged":
            merged += [
                (top, at, len(rows) - 1, at) for at, name in enumerate(layout) if name not in ("adopted", "degree")
            ]

    def _foot(self, rows: list[list[Any]], layout: list[str]) -> None:
        if self.random.random() < 0.4:
            rows.append([self.random.choice(FEET)])
            self.kinds.add("foot")
        if self.random.random() < 0.3:
            self.kinds.add("small table below")
            place = layout.index("number")
            rows.append([])
            for one, other in (("类别", "数量"), ("等同采用", 5), ("修改采用", 3)):
                rows.append([*[""] * place, one, other])

    def _side_by_side(self, rows: list[list[Any]], standards: list[Standard], layout: list[str]) -> None:
        self.kinds.add("side by side")
        half = len(standards) // 2
        tables = []
        for part in (standards[:half], standards[half:]):
            own: list[list[Any]] = []
            self._headings(own, layout)
            for standard in part:
                self._serial += 1
                row = {
                    "number": standard.number,
                    "title": f"试验方法 第{self._serial}类",
                    "status": "现行",
                    "serial": self._serial,
                    "adopted": "\n".join(number for number, _ in standard.adopted),
                    "degree": "\n".join(degree for _, degree in standard.adopted),
                }
                own.append([row.get(name, "") for name in layout])
            tables.append(own)
        gap = [""] if self.random.random() < 0.6 else []
        blank = [""] * len(layout)
        for at in range(max(map(len, tables))):
            left, right = (table[at] if at < len(table) else blank for table in tables)
            rows.append([*left, *gap, *right])
