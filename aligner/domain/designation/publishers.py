"""Standards bodies: how their numbers are printed, and on which level they stand."""

import re
from functools import lru_cache
from typing import Final, Literal

Level = Literal["international", "regional", "national", "industry", "local", "group", "enterprise"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTERNATIONAL: Final = _words(
    """ISO IEC CISPR IWA ITU-T ITU-R ITU CCITT CCIR IECEE IECEx IECQ OIML JCGM BIPM IDF CIE CAC CODEX CXS CXG
    UIC IIW HL7 OECD UNDP IETF RFC IMO ICAO WHO UNECE"""
)
"""Bodies whose documents are international in the sense of the Measures or treated alike in catalogues."""

PARTNERS: Final = _words(
    """ISO IEC IEEE ASTM ASME CIE SAE HL7 OECD UNDP IDF IIW IULTCS OIML UNECE UNEP BIPM AAMI CEN CENELEC ETSI
    IUPAC IFCC ILAC JCGM CISPR WCO WHO PIARC OGC W3C"""
)
"""Organisations that publish together with ISO or IEC (`ISO/ASTM 52900`)."""

REGIONAL: Final = _words("EN CEN CLC CENELEC ETSI CWA HD GSO ARSO FDARS DARS ARS COPANT PASC EASC CEN/CLC")

GB_CODES: Final = _words("GB GBJ GBn GBZ GBW GSB GJB JJF JJG")
"""Chinese codes of the national level; GBZ (occupational health) is not GB/Z (guidance document)."""

INDUSTRY_CODES: Final = _words(
    """AQ BB BF CB CH CJ CY DA DB DL DY DZ EJ FZ GA GC GD GF GH GM GN GX GY HB HG HJ HS HY JB JC JG JJ JR JT JY
    LB LD LS LY MH MR MT MZ NB NY QB QC QJ QX RB RF SB SC SD SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB
    XF YB YC YD YJ YS YY YZ ZB ZC ZF ZY"""
)
"""Two-letter codes of Chinese industry standards; `JB/T 5791-2014`."""

DASH_YEAR: Final = _words(
    """ASTM IEEE ANSI ASME UL API NFPA ASHRAE ISA MIL GOST STB DSTU RK ST PNST SNIP CAC CODEX CXS CXG"""
)
"""Bodies that print the year after a dash; all others print a colon."""

ENGINEERING_CODES: Final = _words("JGJ CJJ JTG JTJ JTS TSG YBJ HGJ SHJ SYJ SDJ FZJ LYJ DLGJ DG/TJ DGJ XJJ")
"""Chinese codes for construction, transport and special equipment: `JGJ/T 67-2019`, `JTG D60-2015`, `TSG 21-2016`."""

SPACED_LETTER: Final = _words("JIS KS OIML CIE")
"""Bodies that print a space between the letter and the digits of a number (`JIS C 5101`)."""

NATIONAL: Final = _words(
    """AAMI AATCC ABNT AENOR AFNOR ANSI API ARIB ARP ARS AS ASHRAE ASME ASTM AWS BDS BIS BNQ BS CAC CAN CECS CEN
    CGSB CIE CLC CNAS CNS CODEX CSA CSN CWA CXG CXS CYS DARS DIN DIS DKE DS DSTU EAS ECMA EIA ELOT EN ETSI EVS FD
    FDARS FED FIPS GOST GPA GSO HD HRN IATF IDF IEEE IEST IETF ILAC ILNAS INCITS INEN INTE IPC IRAM IS ISA IST
    JASO JCGM JCS JEC JEITA JEM KS LST LVS MS MSA MSZ NA NACE NAS NBN NBR NCh NEK NEMA NEN NF NFPA NI NIST NM
    NMX NOM NORSOK NP NPR NS NTC NTP NVN NZS OIML ONORM ONR OST OVE PAS PD PMG PN PNAE PNS PNST PS QS RD RFC RK
    RMG SABS SAE SANS SASO SAZ SEMI SFS SI SIS SIST SLS SN SNI SNV SP SR SRPS SS ST STANAG STB STN TCVN TIA TIS
    TNV TS TTC TU UAE UIC UL ULC UNE UNI UNIT VDA VDE VDI ZS ZWS ÖNORM ČSN I.S."""
)
"""Bodies accepted with any number; others need three digits at least."""

TEXT_WORDS: Final = _words(
    """TOTAL TOTALS SUBTOTAL SUM COUNT ALL PAGE PAGES TABLE NOTE NOTES ITEM ITEMS PART PARTS SHEET ROW ROWS COLUMN
    FIGURE FIG ICS CCS TC SC WG JTC NO NR NUM NUMBER VOL REV VER EDITION ED ANNEX APPX CLAUSE STAGE DATE YEAR JAN
    FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JUNE JULY MARCH APRIL AUGUST TEL FAX ISBN ISSN DOI USD EUR
    RMB CNY JPY GBP HTTP HTTPS WWW TCP UDP ISSUE DRAFT ABOUT AND THE FROM SINCE UNTIL SEE REF CLASS TYPE GRADE
    LEVEL LOT CODE ID ROOM BOX ZIP SIZE MODEL AMD AMEND COR AMOUNT PHASE STEP GROUP UNIT TOP MAX MIN AVG PLAN IN
    OF ON AT TO BY FOR WITH OVER UNDER NEW OLD IDT MOD NEQ EQV NONE NULL NAN TRUE FALSE PO ZONE VALUE INDEX LINE
    PC SG AG JWG PT MT CT AHG CAG CHAIR CEO TMB DMT"""
)
"""Words that stand before numbers in tables and are no standards body."""


_LOCAL_CODES: Final = frozenset({"DG/TJ", "DGJ", "XJJ"})
"""Engineering codes of Shanghai, Jiangsu and Xinjiang."""


@lru_cache(maxsize=4096)
def level_of(publisher: str) -> Level:
    """The level on which a publisher's documents stand; `GB` national, `JB` industry, `DB44` local."""
    if publisher.startswith("T/"):
        return "group"
    if publisher.startswith("Q/"):
        return "enterprise"
    if re.fullmatch(r"DB\d+|DBJ\d*", publisher):
        return "local"
    if publisher in GB_CODES:
        return "national"
    if publisher in INDUSTRY_CODES or publisher in ENGINEERING_CODES:
        return "local" if publisher in _LOCAL_CODES else "industry"
    lead = re.split(r"[ /]", publisher)[0]
    if publisher in INTERNATIONAL or lead in INTERNATIONAL:
        return "international"
    return "regional" if publisher in REGIONAL or lead in REGIONAL else "national"
