"""The fields of the International Classification for Standards, by their two digits."""

from aligner.domain.text import N_

FIELDS: dict[str, str] = {
    "01": N_("01 Generalities, terminology, documentation"),
    "03": N_("03 Services, company organization, management, administration"),
    "07": N_("07 Natural and applied sciences"),
    "11": N_("11 Health care technology"),
    "13": N_("13 Environment, health protection, safety"),
    "17": N_("17 Metrology and measurement"),
    "19": N_("19 Testing"),
    "21": N_("21 Mechanical components for general use"),
    "23": N_("23 Fluid systems and components"),
    "25": N_("25 Manufacturing engineering"),
    "27": N_("27 Energy and heat transfer engineering"),
    "29": N_("29 Electrical engineering"),
    "31": N_("31 Electronics"),
    "33": N_("33 Telecommunications, audio and video"),
    "35": N_("35 Information technology"),
    "37": N_("37 Image technology"),
    "39": N_("39 Precision mechanics, jewellery"),
    "43": N_("43 Road vehicles"),
    "45": N_("45 Railways"),
    "47": N_("47 Shipbuilding and marine structures"),
    "49": N_("49 Aircraft and space vehicles"),
    "53": N_("53 Materials handling"),
    "55": N_("55 Packaging and distribution of goods"),
    "59": N_("59 Textiles and leather"),
    "61": N_("61 Clothing"),
    "65": N_("65 Agriculture"),
    "67": N_("67 Food"),
    "71": N_("71 Chemicals"),
    "73": N_("73 Mining and minerals"),
    "75": N_("75 Petroleum"),
    "77": N_("77 Metallurgy"),
    "79": N_("79 Wood"),
    "81": N_("81 Glass and ceramics"),
    "83": N_("83 Rubber and plastics"),
    "85": N_("85 Paper"),
    "87": N_("87 Paints and colours"),
    "91": N_("91 Construction materials and building"),
    "93": N_("93 Civil engineering"),
    "95": N_("95 Military affairs"),
    "97": N_("97 Domestic equipment, entertainment, sports"),
}


def field_label(code: str) -> str:
    """Digits and name of the field; the digits alone when the classification does not know them."""
    return FIELDS.get(code, code)
