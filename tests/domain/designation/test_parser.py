import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.domain.designation.designation import Designation, NotUnderstood, Supplement
from aligner.domain.designation.parser import parse_designation, parse_designations, render
from aligner.domain.designation.reading import read_designation

CANONICAL = """
ISO 9001:2015
ISO 1002-1
ISO 105-A01:2010
ISO/TR 27957:2008
ISO/R 170:1960
ISO/TTA 3:2001
ISO/DATA 7:1979
ISO Guide 35:2006
ISO/IEC Guide 98-3:2008/Suppl 1:2008
ISO/IEC ISP 10607-1:1990/Amd 1:1991
ISO/IEC/IEEE 8802-1Q:2024/Amd 35
ISO/ASTM 52900:2021
ISO/CIE TR 3092:2023
ISO/DIS 11979-4.2
ISO/CD TS 5615.2
ISO/DTR 10300-30.2
ISO/IEC DGuide 98-1
ISO 7176-14:2022/CD Amd 1.2
ISO 16399:2023/DAM 1.2
ISO/IEC 18014-2:2021/DCOR 1
ISO/IEC 15938-3:2002/Amd 1:2004/Cor 1:2005
ISO 3758:1991/Suppl:1993
ISO 1101:1983/Ext 1:1983
ISO 5537:2004|IDF 26:2004
ISO 105 (all parts)
ISO 4926 (SAZ)
ISO 9001:2015(E/F/R)
ISO 14040:2006(ar)
ISO 1891-2:2014(en,fr,ru,other)
FprISO 13679
IWA 30-1:2019
CD IWA 37-3
IEC 60335-1:2010+AMD1:2013+AMD2:2016 CSV
IEC 60335-1:2001+AMD1:2004 CSV/COR1:2005
IEC 60079-10-1:2020 CMV/COR1:2021
IEC 60335-2-4:2023 EXV-RLV
IEC 60335-1 ED6.2
IEC 60050-561:2014/AMD2:2020 ED2
IEC 60335-2-25/FRAG2
IEC 60050-802/COR1/FRAGC1 ED1
IEC 62040-2:2016/ISH1:2018
IEC 60061-1D:1972
IEC 60695-2-1/0:1994
IEC 61360-C00178
IEC 61158-X-27 ED1
IEC TR 60601-4-3:2018 RLV
IEC/CD TR 61400-4-3
IEC SRD 63443-1:2026
IEC/IEEE 63332-387:2024
IEC GIORGI:2001
IEC White Paper IoT:WSN:2014
CISPR TR 16-4-4:2007+AMD1:2017 CSV
86A/2178/CD
82/1973(F)/FDIS
JTC1-SC41/265/RVD
SyCSmartEnergy/169/DTS
PWI TR 100-36 ED1
PNW TS SYCSMARTENERGY-199 ED1
IECEE TRF 60335-2-4,7I:2018
IECEE TRF CISPR 14-1,2E:2015
IECEx TRF 60079-0v7B_DS:2018
IECQ CS 033200-TW0003:2015
ISO/IEC DIR 1 ISO SUP:2003
ISO/IEC DIR 2
urn:iso:std:iso:ts:10303:-1112:stage-draft
urn:iso:std:iso:15875:-1:ed-1:stage-60.60:amd:2007:v1
ITU-T X.509 (10/2019)
ITU-R BT.601-7 (03/2011)
GB/T 19001-2016
GB 9706.255
GB/Z 17626.1-2024
GBJ 16-1987
GBn 123-1984
GBZ/T 189.1-2007
GSB 07-1183-2000
GJB 9001C-2017
GB 4706.1-2005/XG1-2011
GB 50016-2014(2018)
GB/T 19001-2016/ISO 9001:2015
GB/Z 20985-2007/ISO/IEC TR 18044:2004
GB/T 5276-2015 (ISO 225:2010, MOD)
YY/T 0287-2017
HG/T 20592~20635-2009
DL/T 5161.1~5161.17-2018
DB44/T 1234-2013
DB11/501-2017
DBJ/T 15-82-2011
T/CSPSTC 22-2019
Q/320281 ABC 001-2018
JJF 1001-2011
20241234-T-604
2019-0123T-JB
JIS C 5101-10-1:1999
JIS L 4107:2000R/AMENDMENT 1:2020
JIS Z 8210:2017/AMENDMENT 2:2019R SYMBOL JE210
JIS K 2249-4:2011/EXPLANATION 1
JIS C 60079-11:2004/EXPL
TR R 0001:2000
TS C 0023-1:2009
KS C 9335-2-1:2019
KS X ISO/IEC 27001:2014
KS B ISO/TS 15066
GOST 12.1.004-1991
GOST R ISO/IEC 27001-2006
GOST EN 10028-1-2007
GOST 30345.0-1995 (IEC 60335-1:1991)
ST RK ISO 9001-2016
BS EN ISO 9001:2015
BS EN ISO 19443:2022+A1:2024
EN ISO 20471:2013/A1:2016
EN 60335-1:2012/AC:2014
prEN ISO 9001:2024
DIN EN ISO 9001:2015-11
DIN 912:1983-12
CEN/TS 16614:2013
PD CEN/TR 1234:2010
HD 60364-4-41:2017
NF X50-185
IS/ISO 9001:2015
IS 302 (Part 2/Sec 26):2014
ABNT NBR ISO 2859-1
AS/NZS 3000:2018
CAN/CSA C22.2 No. 60601-1:2014
ASTM D638-14
ASTM D4169-16e1
ASTM E29-13(2019)
IEEE 802.1Q-2018
ANSI/ASHRAE 62.1-2016
MIL-STD 810G
ETSI EN 300 328 ED2.2.2
OIML R 76-1
CAC/RCP 1-1969
TCVN 6023:2007
JGJ/T 67-2019
JTG F80/1-2017
DG/TJ 08-2158-2023
GOST R EN 13779-2007
RFC 2119
""".strip().splitlines()


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical_text_is_read_and_printed_unchanged(text: str) -> None:
    designation = parse_designation(text)
    assert isinstance(designation, Designation)
    assert render(designation) == text


@pytest.mark.parametrize(
    ("dirty", "canonical"),
    [
        ("ＧＢ／Ｔ　１９００１－２０１６", "GB/T 19001-2016"),
        ("GBT19001-2016", "GB/T 19001-2016"),
        ("GB∕T 19001—2016", "GB/T 19001-2016"),
        ("GB /T 19001 － 2016", "GB/T 19001-2016"),
        ("gb/t 19001-2016", "GB/T 19001-2016"),
        ("GB\u00a0/\u200bT 19001\u00ad-2016", "GB/T 19001-2016"),
        ("\ufeffGB/T 20000.2-2009*", "GB/T 20000.2-2009"),
        ("GB/T 20000.2-2009①", "GB/T 20000.2-2009"),
        ("《GB/T 20000.2-2009》", "GB/T 20000.2-2009"),
        ("GB/T 19001-2016《质量管理体系 要求》", "GB/T 19001-2016"),
        ("GB/T19001-2016/ISO9001:2015", "GB/T 19001-2016/ISO 9001:2015"),
        ("GB/T 24040—2008/ISO 14040:2006", "GB/T 24040-2008/ISO 14040:2006"),
        ("GB/T 19001-2016 idt ISO 9001:2015", "GB/T 19001-2016/ISO 9001:2015"),
        ("GB/T 19001-2016 (ISO 9001:2015, IDT)", "GB/T 19001-2016/ISO 9001:2015"),
        ("GBJ 16-87", "GBJ 16-1987"),
        ("GB 11643 1999", "GB 11643-1999"),
        ("JB/T 57912014", "JB/T 5791-2014"),
        ("GB/T 12345.6-200X", "GB/T 12345.6"),
        ("GB 50016-2014（2018年版）", "GB 50016-2014(2018)"),
        ("DB11/ 501-2017", "DB11/501-2017"),
        ("DBJ50/T-112-2016", "DBJ50/T 112-2016"),
        ("ISO9001：2015", "ISO 9001:2015"),
        ("ISO 9001：2015年版", "ISO 9001:2015"),
        ("ISO 9001:2015版", "ISO 9001:2015"),
        ("ISO 9001(2015)", "ISO 9001:2015"),
        ("ISO 9001-2015", "ISO 9001:2015"),
        ("ISO 9001 : 15", "ISO 9001:2015"),
        ("ISO 9001:87", "ISO 9001:1987"),
        ("ISO/TR27957:2008", "ISO/TR 27957:2008"),
        ("ISO TR 19733:2019", "ISO/TR 19733:2019"),
        ("ISO/TR 30406-2017", "ISO/TR 30406:2017"),
        ("ISO 5843/6", "ISO 5843-6"),
        ("ISO 105/F", "ISO 105-F"),
        ("ISO /IEC 27003", "ISO/IEC 27003"),
        ("ISO/IEC/TS 17021-3", "ISO/IEC TS 17021-3"),
        ("ISO/TS 10303- 1751:2014", "ISO/TS 10303-1751:2014"),
        ("ISO/IEC 10646.1:1993", "ISO/IEC 10646-1:1993"),
        ("ISO 105-A01.2010", "ISO 105-A01:2010"),
        ("IEC 61010 1:2001", "IEC 61010-1:2001"),
        ("ISO 6709:2008/Cor. 1:2009", "ISO 6709:2008/Cor 1:2009"),
        ("ISO/IEC 8824-1:2002/Amd7-2021", "ISO/IEC 8824-1:2002/Amd 7:2021"),
        ("ISO 668:2020/FDAmd 1", "ISO 668:2020/FDAM 1"),
        ("IEC 60601-1-10:2007/Amd 1:2013", "IEC 60601-1-10:2007/AMD1:2013"),
        ("ISO/IEC 8824-1:2002/AMD3:2006", "ISO/IEC 8824-1:2002/Amd 3:2006"),
        ("IEC 60335-1:2010+A1:2013", "IEC 60335-1:2010+AMD1:2013"),
        ("IEC 60335-1:2010/AMD1:2013 CSV", "IEC 60335-1:2010+AMD1:2013 CSV"),
        ("IEC 60335-1:2004 (Ed4.1)", "IEC 60335-1:2004 ED4.1"),
        ("ISO 11553-1 Ed.2", "ISO 11553-1 ED2"),
        ("IEC GUIDE 115:2021 RLV", "IEC Guide 115:2021 RLV"),
        ("IEC/TR 60601-4-1:2017", "IEC TR 60601-4-1:2017"),
        ("WD/ISO 10360-2", "ISO/WD 10360-2"),
        ("ISO/CD2 14065:2018", "ISO/CD 14065.2:2018"),
        ("ISO/IEC 2382-36:2019(en,fr)", "ISO/IEC 2382-36:2019(E/F)"),
        ("ISO 105（所有部分）", "ISO 105 (all parts)"),
        ("ISO 5537:2004 (IDF 26:2004)", "ISO 5537:2004|IDF 26:2004"),
        ("ISO/CEI 17021-3:2017", "ISO/IEC 17021-3:2017"),
        ("Guide ISO/CEI 51", "ISO/IEC Guide 51"),
        ("CEI 60601-1:2005", "IEC 60601-1:2005"),
        ("ISO/IEC Directives, Part 1 -- Consolidated ISO Supplement", "ISO/IEC DIR 1 ISO SUP"),
        ("ИСО/МЭК 27001:2013", "ISO/IEC 27001:2013"),
        ("ИСО/ТО 8517", "ISO/TR 8517"),
        ("ИСО/ТС 16949:2009", "ISO/TS 16949:2009"),
        ("ИСО/ПМС 1956/2", "ISO/DIS 1956-2"),
        ("ИСО/ОПМС 26000:2010(R)", "ISO/FDIS 26000:2010(R)"),
        ("Руководство ИСО/МЭК 76", "ISO/IEC Guide 76"),
        ("ГОСТ Р ИСО 9001-2015", "GOST R ISO 9001-2015"),
        ("ГОСТ Р ИСО 9001-96", "GOST R ISO 9001-1996"),
        ("ГОСТ ISO 9001-2011", "GOST ISO 9001-2011"),
        ("ГОСТ 12.1.004-91", "GOST 12.1.004-1991"),
        ("СТ РК ИСО 9001-2016", "ST RK ISO 9001-2016"),
        ("JISZ8301:2019", "JIS Z 8301:2019"),
        ("JIS Z 8301-2019", "JIS Z 8301:2019"),
        ("JIS C 6020:1995/追補1:2012", "JIS C 6020:1995/AMENDMENT 1:2012"),
        ("JIS/TR R 0001:2000", "TR R 0001:2000"),
        ("NEN-EN-ISO/IEC 17025:2018", "NEN EN ISO/IEC 17025:2018"),
        ("IS 302 (Part 1) : 2008", "IS 302 (Part 1):2008"),
        ("IS/IEC 61800 (Part 2):2015", "IS/IEC 61800-2:2015"),
        ("IS/IEC 60079 : Part 0 : 2017", "IS/IEC 60079-0:2017"),
        ("IS/IEC 60079 Part 10 Sec 1 : 2015", "IS/IEC 60079-10-1:2015"),
        ("IS/IEC 60947 (Part 4/Sec 1) : 2012", "IS/IEC 60947-4-1:2012"),
        ("IS/IEC/TR 61000 : Part 1 : Sec 1 : 1992", "IS/IEC TR 61000-1-1:1992"),
        ("IS/ISO/TS 10303 : Part 1 : 2009", "IS/ISO/TS 10303-1:2009"),
        ("IS/IEC 60079 : Part 26 : 2014 (Reviewed In : 2020)", "IS/IEC 60079-26:2014(2020)"),
        ("IS : 302 : Part 1 : 2008", "IS 302 (Part 1):2008"),
        ("IS 302 : Part 2 : Section 26 : 2014", "IS 302 (Part 2/Sec 26):2014"),
        ("IS 302 (Part 2): Sec 26 : 2014", "IS 302 (Part 2/Sec 26):2014"),
        ("IS 1367 : Part 3 : 2017/ISO 898-1 : 2013", "IS 1367 (Part 3):2017/ISO 898-1:2013"),
        ("IS 14489 : 2018 (Reaffirmed 2023)", "IS 14489:2018(2023)"),
        ("IS 5831 : 1984 (R 2016)", "IS 5831:1984(2016)"),
        ("ISO 105 A01:2010", "ISO 105-A01:2010"),
        ("CAN/CSA-ISO 9001-16", "CAN/CSA ISO 9001:2016"),
        ("ITU-T Rec. X.509", "ITU-T X.509"),
        ("IEEE Std 802.1Q-2018", "IEEE 802.1Q-2018"),
        ("ISO 2859 Part 1:1999", "ISO 2859-1:1999"),
        ("ISO 2859 (Part 1):1999", "ISO 2859-1:1999"),
        ("IEC 335 Part 1 (1976)", "IEC 335-1:1976"),
        ("ISO 2859 第1部分", "ISO 2859-1"),
        ("GB/T 2828第1部分-2012", "GB/T 2828.1-2012"),
        ("DIN 1055 Teil 4", "DIN 1055-4"),
        ("ИСО 2859 часть 1", "ISO 2859-1"),
        ("IS-ISO-IEC-11770--PART-1--2010", "IS/ISO/IEC 11770-1:2010"),
        ("IS-ISO-IEC-18014-PART-22021", "IS/ISO/IEC 18014-2:2021"),
        ("IS-15116--2018", "IS 15116:2018"),
        ("ISO ９００１:2015", "ISO 9001:2015"),
        ("<em>GB</em>/<em>T</em> 19001-2016", "GB/T 19001-2016"),
        ("^GB/T^ 19001-2016", "GB/T 19001-2016"),
        ("GB/T 30001-2016《第1号修改单》", "GB/T 30001-2016/XG1"),
        ("GB/T 30001-2016 第二号修改单", "GB/T 30001-2016/XG2"),
        ("JGJ 39-2016(2019年版)", "JGJ 39-2016(2019)"),
        ("GB 50011-2010（2016年局部修订）", "GB 50011-2010(2016)"),
        ("GBJ 16-87（2001年版）", "GBJ 16-1987(2001)"),
        ("JGJ/T67-2019", "JGJ/T 67-2019"),
        ("CJJ 37-2012", "CJJ 37-2012"),
        ("JTG/T D60-01-2004", "JTG/T D60-01-2004"),
        ("TSG D0001-2009", "TSG D0001-2009"),
        ("DG/TJ08-2158-2023", "DG/TJ 08-2158-2023"),
        ("ГОСТ P 2.610-2019", "GOST R 2.610-2019"),
        ("ГОСТ Р ЕН 13779-2007", "GOST R EN 13779-2007"),
        ("СП 1.13130.2009", "SP 1.13130.2009"),
        ("DIN EN 60335-1 (VDE 0700-1):2012-10", "DIN EN 60335-1:2012-10 (VDE 0700-1)"),
        ("ГОСТ 5432-2007 (ISO 1701-1:2004, ISO 1701-2:2004)", "GOST 5432-2007 (ISO 1701-1:2004, ISO 1701-2:2004)"),
        ("idt ISO 9001:2015", "ISO 9001:2015"),
        ("ISO 9001：2015（IDT）", "ISO 9001:2015"),
    ],
)
def test_dirty_text_gives_the_canonical_one(dirty: str, canonical: str) -> None:
    assert str(parse_designation(dirty)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "PWI TR 100-36:2015",  # a project has no year yet
        "PNW 100-36/AMD1",
        "IECEE TRF",  # a form without any number
        "IECEE TRF CISPR",
        "ISO/IEC DIR of the committee",
        "urn:iso:std:iso:9001:ed-5:stage-9020",
        "urn:iso:std:gb:19001",
    ],
)
def test_what_only_looks_like_a_special_document_is_not_understood(text: str) -> None:
    assert isinstance(parse_designation(text), NotUnderstood)


@pytest.mark.parametrize(
    ("text", "publisher", "kind", "stage", "main", "part", "year"),
    [
        ("ISO/IEC TR 29110-5-6", "ISO/IEC", "TR", None, "29110", "5-6", None),
        ("ISO/DTS 24064.2", "ISO", "TS", "DTS", "24064", None, None),
        ("IEC 80601-2-60", "IEC", "IS", None, "80601", "2-60", None),
        ("GB/T 20000.2-2009", "GB", "T", None, "20000", "2", 2009),
        ("GB 4706.1-2005", "GB", "mandatory", None, "4706", "1", 2005),
        ("GB/Z 157-2026", "GB", "Z", None, "157", None, 2026),
        ("GBZ 157-2026", "GBZ", "mandatory", None, "157", None, 2026),
        ("T/CAS 1.1-2017", "T/CAS", "group", None, "1", "1", 2017),
        ("JIS C 5101-10-1:1999", "JIS", "standard", None, "C 5101", "10-1", 1999),
        ("20241234-Q-604", "GB", "mandatory", "plan", "20241234-Q-604", None, None),
        ("GOST R ISO 9001-2015", "GOST R ISO", "IS", None, "9001", None, 2015),
        ("BS EN ISO 9001:2015", "BS EN ISO", "IS", None, "9001", None, 2015),
        ("IS 302 (Part 2/Sec 26):2014", "IS", "standard", None, "302", "2-26", 2014),
    ],
)
def test_the_parts_of_a_number(
    text: str, publisher: str, kind: str, stage: str | None, main: str, part: str | None, year: int | None
) -> None:
    read = parse_designation(text)
    assert isinstance(read, Designation)
    assert (read.publisher, read.type, read.stage, read.number, read.part, read.year) == (
        publisher,
        kind,
        stage,
        main,
        part,
        year,
    )


def test_a_reaffirmation_is_not_the_adopted_documents() -> None:
    read = parse_designation("IS/IEC 60079 : Part 26 : 2014 (Reaffirmed 2020)")
    assert isinstance(read, Designation)
    assert str(read.adopts) == "IEC 60079-26:2014"


def test_a_russian_number_hides_the_adopted_edition() -> None:
    read = parse_designation("ГОСТ Р ИСО 9001-2015")
    assert isinstance(read, Designation)
    assert read.adopts == Designation("ISO", "9001")


@pytest.mark.parametrize(
    "text",
    [
        *["合计", "小计 12", "总计：35", "Total", "Total 123", "TOTAL 1234", "see above", "注：GB", "说明", "Table 12"],
        *["Page 1001", "ICS 13.020", "A 1234", "COVID-19", "2016", "12345", "19001-2016", "2016-12-30", "20161230"],
        *[
            "35.040",
            "49.14",
            "1",
            "-",
            "N/A",
            "无",
            "TC 176",
            "PC 127",
            "ISO",
            "ISO/TC 176",
            "ISO/TC 176/SC 2",
            "IEC/TC 61",
        ],
        *["GB", "GB/T", "共 10 项", "Quality management systems", "Part 1: General requirements", "Windows 2000"],
        *["质量管理体系 要求", "ISO standard 9001", "1:2004(E)", "IEC White Paper", "in 1996", "PLAN 2024", "WG 100"],
        *["+86 10 12345678", "第1部分", "SN 12", "ISO 9001:2015 Quality management systems", "urn:iso:std:iso-3:1950"],
    ],
)
def test_other_texts_are_no_designations(text: str) -> None:
    result = parse_designation(text)
    assert isinstance(result, NotUnderstood)
    assert result.text == text
    assert result.reason


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ISO 9001:2015", ["ISO 9001:2015"]),
        ("ISO 9001:2015；ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015、ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015，ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015, ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015\nISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015 ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015和IEC 60335-1:2010", ["ISO 9001:2015", "IEC 60335-1:2010"]),
        ("GB/T 19001-2016;GB/T 24001-2016", ["GB/T 19001-2016", "GB/T 24001-2016"]),
        ("ISO 9001:2015, IDT", ["ISO 9001:2015"]),
        ("BS EN ISO 9001:2015", ["BS EN ISO 9001:2015"]),
        ("ISO/IEC DIR 2 IEC:2022", ["ISO/IEC DIR 2 IEC:2022"]),
        ("", []),
    ],
)
def test_cells_are_split_into_their_numbers(cell: str, expected: list[str]) -> None:
    assert [str(found) for found in parse_designations(cell)] == expected


_YEARS = st.integers(1950, 2049)
_OPTIONAL_YEARS = st.none() | _YEARS
_NUMBERS = st.integers(1, 99999).map(str)
_PARTS = st.none() | st.from_regex(r"[1-9][0-9]{0,2}(-[1-9][0-9]{0,2}){0,2}", fullmatch=True)
_CHINESE_PARTS = st.none() | st.integers(1, 999).map(str)
_SMALL = st.integers(1, 40).map(str)


@st.composite
def _supplements(draw: st.DrawFn) -> tuple[Supplement, ...]:
    merged = draw(st.lists(st.tuples(_SMALL, _OPTIONAL_YEARS), max_size=2))
    result = [Supplement("Amd", number, year, is_merged=True) for number, year in merged]
    if draw(st.booleans()):
        result.append(Supplement(draw(st.sampled_from(["Amd", "Cor"])), draw(_SMALL), draw(_OPTIONAL_YEARS)))
    elif draw(st.booleans()):
        staged = st.sampled_from([("Amd", "DAM"), ("Amd", "FDAM"), ("Cor", "DCOR"), ("Amd", "CD"), ("Cor", "NP")])
        kind, stage = draw(staged)
        iteration = draw(st.none() | st.integers(2, 4))
        result.append(Supplement(kind, draw(_SMALL), draw(_OPTIONAL_YEARS), stage, iteration))
    return tuple(result)


@st.composite
def _international(draw: st.DrawFn) -> Designation:
    publisher = draw(st.sampled_from(["ISO", "IEC", "ISO/IEC", "ISO/IEC/IEEE", "CISPR", "IEC/IEEE", "ISO/ASTM"]))
    kind, stage = draw(
        st.sampled_from(
            [
                *[("IS", None), ("TR", None), ("TS", None), ("PAS", None), ("GUIDE", None), ("ISP", None)],
                *[("IS", "DIS"), ("IS", "FDIS"), ("TS", "CD"), ("TR", "DTR"), ("TS", "DTS"), ("GUIDE", "DGUIDE")],
            ]
        )
    )
    part, year = draw(_PARTS), draw(_OPTIONAL_YEARS)
    return Designation(
        publisher,
        draw(_NUMBERS),
        part,
        year,
        kind,
        draw(_supplements()),
        stage,
        iteration=draw(st.none() | st.integers(2, 9)) if stage else None,
        edition=draw(st.none() | st.integers(1, 9).map(str)),
        language=draw(st.none() | st.sampled_from(["en", "fr", "en,fr", "es", "en,ar"])),
        variant=draw(st.none() | st.sampled_from(["RLV", "EXV-CMV", "all parts"])),
    )


@st.composite
def _chinese(draw: st.DrawFn) -> Designation:
    publisher = draw(st.sampled_from(["GB", "GBZ", "GJB", "JB", "YY", "HG", "DB44", "DB3411"]))
    kind = draw(st.sampled_from(["T", "Z", "mandatory"]))
    number, part = str(draw(st.integers(100, 99999))), draw(_CHINESE_PARTS)
    adopts = draw(st.none() | _international().filter(lambda d: d.variant is None and d.stage is None))
    return Designation(publisher, number, part, draw(_YEARS), kind, adopts=adopts)


_GROUP = st.builds(
    Designation,
    st.sampled_from(["T/CSPSTC", "T/CECS", "T/ZZB"]),
    _NUMBERS,
    _CHINESE_PARTS,
    _OPTIONAL_YEARS,
    st.just("group"),
)
_JAPANESE = st.builds(
    lambda letter, digits, part, year, kind, amended: Designation(
        "JIS",
        f"{letter} {digits:04d}",
        part,
        year,
        kind,
        (Supplement("Amd", amended, year),) if amended else (),
    ),
    st.sampled_from("ABCDEFGHKLMPQRSTWXYZ"),
    st.integers(1, 99999),
    _PARTS,
    _YEARS,
    st.sampled_from(["standard", "TS", "TR"]),
    st.none() | _SMALL,
)
_PLANS = st.builds(
    lambda serial, nature, department: Designation(
        "GB",
        f"2024{serial:04d}-{nature}-{department}",
        type={"T": "T", "Q": "mandatory", "Z": "Z"}[nature],
        stage="plan",
    ),
    st.integers(0, 9999),
    st.sampled_from("TQZ"),
    st.integers(100, 999),
)
_EUROPEAN = st.builds(
    Designation,
    st.sampled_from(["EN", "BS", "DIN", "TCVN", "SANS", "AS/NZS"]),
    _NUMBERS,
    _PARTS,
    _OPTIONAL_YEARS,
    st.just("standard"),
)
_RUSSIAN = st.builds(
    Designation, st.sampled_from(["GOST", "GOST R", "STB"]), _NUMBERS, _PARTS, _YEARS, st.just("standard")
)
_ADOPTIONS = st.builds(
    lambda body, number, part, year: parse_designation(
        f"{body} {number}{f'-{part}' if part else ''}{'-' if 'GOST' in body else ':'}{year}"
    ),
    st.sampled_from(["BS EN ISO", "EN ISO/IEC", "GOST R ISO", "GOST IEC", "KS X ISO/IEC", "DIN EN IEC", "IS/ISO"]),
    _NUMBERS,
    _PARTS,
    _YEARS,
)
_EVERY = st.one_of(_international(), _chinese(), _GROUP, _JAPANESE, _PLANS, _EUROPEAN, _RUSSIAN, _ADOPTIONS)


@settings(max_examples=600, deadline=None)
@given(_EVERY)
def test_reading_what_was_printed_gives_the_same(designation: Designation) -> None:
    assert parse_designation(render(designation)) == designation


@settings(max_examples=200, deadline=None)
@given(_EVERY)
def test_the_fast_way_and_the_general_way_agree(designation: Designation) -> None:
    assert read_designation(render(designation)) == designation


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


_DIRT = st.sampled_from(
    [
        _wide,
        lambda text: text.replace("-", "—"),
        lambda text: text.replace("-", " － "),
        lambda text: text.replace(":", "："),
        lambda text: text.replace(":", " : "),
        lambda text: text.replace("/", "∕"),
        lambda text: text.replace(" ", "\u3000"),
        lambda text: text.replace(" ", "\u00a0 "),
        "\u200b".join,
        lambda text: f"\ufeff {text}\t\n",
        lambda text: f"{text}*",
        lambda text: f"{text}①",
        lambda text: f"《{text}》",
        lambda text: unicodedata.normalize("NFD", text),
    ]
)


@settings(max_examples=500, deadline=None)
@given(_EVERY, st.lists(_DIRT, min_size=1, max_size=3))
def test_dirt_does_not_change_what_is_read(designation: Designation, dirt: list[object]) -> None:
    text = render(designation)
    for soil in dirt:
        assert callable(soil)
        text = soil(text)
    assert parse_designation(text) == designation


_ALPHABET = st.sampled_from(list("ISOECGBTJRPN 0123456789-/:.()+|,;—：（）版年édД\u200b\n~&#\"'《"))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60) | st.text(_ALPHABET, max_size=40))
def test_any_text_is_read_without_exception_and_stably(text: str) -> None:
    read = parse_designation(text)
    if isinstance(read, Designation):
        assert parse_designation(render(read)) == read
        assert read.work
        assert read.family
    for found in parse_designations(text):
        assert isinstance(found, Designation | NotUnderstood)


@pytest.mark.parametrize("text", ["ISO " + "9" * 100_000, "ISO 1" + " " * 5_000 + "x", "ISO 1 (E)" * 100])
def test_very_long_texts_are_refused(text: str) -> None:
    assert parse_designation(text) == NotUnderstood(text, "too_long")


@pytest.mark.parametrize(
    "piece", ["GB 1/ISO 1|", "GB 1(ISO 1)", "GB 1 idt ISO 1(", "ISO 1-1", "(IDT)", "|", "/ISO 1", "+A1"]
)
def test_repeated_wrappings_end_at_once(piece: str) -> None:
    text = piece * (240 // len(piece))
    assert isinstance(parse_designation(text), NotUnderstood | Designation)
