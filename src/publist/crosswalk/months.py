"""Month and season words of many languages, as bibliographies use them.

Spelt without accents and in lower case; the names are those of the Unicode CLDR.
"""

from __future__ import annotations

__all__ = ["MONTHS", "SEASONS"]

# Twelve months, a bar between two: full names, then abbreviations.
_NAMES = """
    january januar janvier enero gennaio janeiro januari janner tammikuu stycznia leden ledna
    ocak styczen ianuarie gener urtarrila januarja января январь jan janv ene gen sty oca |
    february februar fevrier febrero febbraio fevereiro februari feber helmikuu luty lutego
    unor unora subat februarie febrer otsaila февраль февраля feb febr fev fevr lut sub |
    march marz maerz mars marzo marco maart marts maaliskuu marzec marca brezen brezna mart
    martie marc martxoa марта март mar mrz mrt mae |
    april avril abril aprile aprili huhtikuu kwiecien kwietnia duben dubna nisan aprilie
    apirila апреля апрель apr avr abr kwi nis |
    may mai mayo maggio maio mei maj toukokuu maja kveten kvetna mayis maig maiatza мая маи mag |
    june juni juin junio giugno junho kesakuu czerwiec czerwca cerven cervna haziran iunie juny
    ekaina июня июнь jun giu cze haz juo |
    july juli juillet julio luglio julho heinakuu lipiec lipca cervenec cervence temmuz iulie
    juliol uztaila июля июль jul juil lug lip tem |
    august aout agosto augustus augusti elokuu sierpien sierpnia srpen srpna agustos agost
    abuztua августа август aug ago sie agu aou |
    september septembre septiembre settembre setembro syyskuu wrzesien wrzesnia zari eylul
    septembrie setiembre setembre iraila сентября сентябрь sep sept set wrz eyl |
    october oktober octobre octubre ottobre outubro lokakuu pazdziernik pazdziernika rijen
    rijna ekim octombrie urria октября октябрь oct okt ott out paz eki |
    november novembre noviembre novembro marraskuu listopad listopada kasim noiembrie azaroa
    ноября ноябрь nov lis kas |
    december dezember decembre diciembre dicembre dezembro joulukuu grudzien grudnia prosinec
    prosince aralik decembrie desembre desember abendua декабря декабрь dec dez dic gru ara des
"""
MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_NAMES.split("|"), 1) for word in words.split()
}
"""The number of a month by its name or abbreviation."""

_SEASON_WORDS = (
    "spring fruhling fruhjahr printemps primavera lente forar var",
    "summer sommer ete verano estate verao zomer sommar",
    "autumn fall herbst automne otono autunno outono herfst efterar host",
    "winter hiver invierno inverno vinter",
)
SEASONS: dict[str, int] = {
    word: number for number, words in enumerate(_SEASON_WORDS, 1) for word in words.split()
}
"""The number of a season, 1 for spring to 4 for winter, by its name."""
