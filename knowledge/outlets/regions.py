"""What belongs to a market: its states, its time zones, where it lies on the map."""

from knowledge.geography import Point

MY, TH = MARKETS = ("MY", "TH")
ZONES = {MY: ("Asia/Kuala_Lumpur", "Asia/Kuching"), TH: ("Asia/Bangkok",)}
BOXES = {MY: (0.8, 7.5, 99.6, 119.4), TH: (5.5, 20.6, 97.3, 105.8)}  # south, north, west, east
BORNEO = ("labuan", "sabah", "sarawak")
ON_THE_PENINSULA = (
    "johor kedah kelantan kuala_lumpur melaka negeri_sembilan pahang penang perak perlis putrajaya "
    "selangor terengganu"
)
OF_THAILAND = (
    "amnat_charoen ang_thong ayutthaya bangkok bueng_kan buriram chachoengsao chai_nat chaiyaphum "
    "chanthaburi chiang_mai chiang_rai chonburi chumphon kalasin kamphaeng_phet kanchanaburi khon_kaen "
    "krabi lampang lamphun loei lopburi mae_hong_son maha_sarakham mukdahan nakhon_nayok nakhon_pathom "
    "nakhon_phanom nakhon_ratchasima nakhon_sawan nakhon_si_thammarat nan narathiwat nong_bua_lamphu "
    "nong_khai nonthaburi pathum_thani pattani phang_nga phatthalung phayao phetchabun phetchaburi "
    "phichit phitsanulok phrae phuket prachinburi prachuap ranong ratchaburi rayong roi_et sa_kaeo "
    "sakon_nakhon samut_prakan samut_sakhon samut_songkhram saraburi satun si_sa_ket sing_buri songkhla "
    "sukhothai suphan_buri surat_thani surin tak trang trat ubon_ratchathani udon_thani uthai_thani "
    "uttaradit yala yasothon"
)
PENINSULA, PROVINCES = tuple(ON_THE_PENINSULA.split()), tuple(OF_THAILAND.split())
STATES = {MY: (*PENINSULA, *BORNEO), TH: PROVINCES}
# Larger than a state, and named like one.
AREAS = {
    "klang_valley": ("selangor", "kuala_lumpur", "putrajaya"),
    "east_malaysia": BORNEO,
    "west_malaysia": PENINSULA,
}


def states_of(place: str) -> tuple[str, ...]:
    """Return the states that a state or an area of the gazetteer stands for."""
    return AREAS.get(place, (place,))


def contains(market: str, point: Point) -> bool:
    """Tell whether a point can be in a market."""
    south, north, west, east = BOXES[market]
    return south <= point.latitude <= north and west <= point.longitude <= east
