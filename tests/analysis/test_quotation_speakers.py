"""Quotations get the speaker that the article names, and none rather than a wrong one."""

import pytest

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.analysis.quotations.scene import scene_of
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.quotations.voices import Cast
from reader.analysis.types import QuotationKind
from tests.analysis.quotation_helpers import article, quotations, speakers, spoken

MOREL = "Jeanne Morel"


@pytest.mark.parametrize(
    "text",
    [
        "« Nous fermerons la piscine cet hiver », a annoncé Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver », explique Jeanne Morel, maire de Valbrume.",
        "« Nous fermerons la piscine cet hiver » a déclaré mardi soir à la presse Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver », a indiqué à l'AFP Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver », a déclaré la maire de Valbrume, Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver », selon Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver », d'après Jeanne Morel.",
        "Selon Jeanne Morel, « la piscine fermera cet hiver faute d'argent ».",
        "Pour Jeanne Morel, « la piscine fermera cet hiver faute d'argent ».",
        "Jeanne Morel a déclaré : « Nous fermerons la piscine cet hiver. »",
        "Jeanne Morel estime que la piscine « coûte bien trop cher à la commune ».",
        "Jeanne Morel, maire de Valbrume depuis six ans, estime que la piscine « coûte bien trop cher ».",
        "Paul Lambert s'est tu. Jeanne Morel a dit que la piscine « coûtait bien trop cher ».",
        "Jeanne Morel a défendu son projet, affirmant que la piscine « coûtait trop cher à la commune ».",
        "Jeanne Morel a écrit aux habitants pour dénoncer « une piscine bien trop chère pour nous ».",
        "Jeanne Morel : « Nous fermerons la piscine cet hiver. »",
        "La piscine « coûte bien trop cher à la commune », a regretté lundi Jeanne Morel.",
        "La décision a été qualifiée de « pure folie pour notre commune » par Jeanne Morel.",
        "« Nous fermerons la piscine cet hiver, explique Jeanne Morel. C'est décidé. »",
    ],
)
def test_the_named_speaker(text: str) -> None:
    assert speakers(text)[0] == MOREL


def test_a_number_at_the_start_of_a_line_is_nobody() -> None:
    text = (
        "Le Quotidien, 8 novembre 2026\n\nSix mois. C'est le temps qu'il aura fallu pour passer de « jamais la nuit » "
        "à « la nuit aussi »."
    )
    assert "Six" not in speakers(text)


def test_inverted_pronouns_mean_the_speaker_before() -> None:
    text = (
        "« Nous fermerons la piscine », a annoncé Jeanne Morel. « Elle coûte trop cher », a-t-elle ajouté. "
        "« C'est décidé », conclut-elle."
    )
    assert speakers(text) == [MOREL] * 3


def test_a_pronoun_means_the_subject_before_when_it_is_new() -> None:
    text = (
        "« La piscine restera ouverte », promet Paul Lambert.\n"
        "Jeanne Morel a réuni son conseil lundi soir. « Nous n'avons plus les moyens », a-t-elle répondu."
    )
    assert speakers(text) == ["Paul Lambert", MOREL]


def test_pronouns_agree_in_gender() -> None:
    text = (
        "Jeanne Morel a reçu Paul Lambert à la mairie. « Nous avons bien avancé », a-t-elle dit. "
        "« Je repars content », a-t-il répondu."
    )
    assert speakers(text) == [MOREL, "Paul Lambert"]


def test_a_pronoun_inside_the_signs() -> None:
    text = "Jeanne Morel ne cède pas. « La piscine fermera, a-t-elle répété. Nous n'avons plus d'argent. »"
    assert speakers(text) == [MOREL]


def test_a_role_means_who_bears_it() -> None:
    text = (
        "La maire de Valbrume, Jeanne Morel, a réuni son conseil. Paul Lambert était absent.\n"
        "« Nous n'avons plus les moyens », a déclaré la maire."
    )
    assert speakers(text) == [MOREL]


def test_a_role_of_several_words() -> None:
    text = (
        "Le premier ministre Paul Lambert a parlé aux députés.\n"
        "« La loi sera votée avant l'été », a assuré le chef du gouvernement."
    )
    assert speakers(text) == ["Paul Lambert"]


def test_the_same_source_is_the_speaker_before() -> None:
    text = (
        "« Le pont sera fermé lundi », a indiqué la préfecture de Valbrume. "
        "« Les travaux dureront un mois », a précisé la même source."
    )
    first, second = speakers(text)
    assert first == second
    assert first is not None
    assert "préfecture" in first


def test_unnamed_speakers_keep_their_first_description() -> None:
    text = (
        "Le pont a cédé dans la nuit, a indiqué un responsable régional. « Personne n'est blessé », a dit ce "
        "responsable. « Nous rouvrirons vite », a ajouté cette source."
    )
    told = [one.speaker for one in quotations(text)]
    assert [one.name if one else None for one in told] == ["un responsable régional"] * 2
    assert not any(one.named for one in told if one)


def test_a_paragraph_that_goes_on_keeps_its_speaker() -> None:
    text = (
        "« Nous fermerons la piscine cet hiver », a annoncé Jeanne Morel.\n"
        "« Les écoles iront nager à la ville voisine. »"
    )
    assert speakers(text) == [MOREL] * 2


def test_whoever_passes_the_words_on_does_not_say_them() -> None:
    text = "Jeanne Morel s'est fâchée, ajoutant : « Il est tard », selon les propos rapportés par Radio Val."
    assert speakers(text) == [MOREL]


def test_two_speakers_of_one_sentence() -> None:
    text = "« C'est trop cher », estime Jeanne Morel, alors que Paul Lambert parle d'« une chance à saisir »."
    assert speakers(text) == [MOREL, "Paul Lambert"]


def test_a_name_before_another_subject_is_not_its_apposition() -> None:
    """*Devant Paul Lambert, le maire de Vienne a prêté serment* does not make Paul Lambert a mayor."""
    made = article(
        "Devant Paul Lambert, le maire de Vienne a prêté serment hier matin. Élise Roux, préfète du Val, "
        "a applaudi. « Je suis émue », a dit la préfète."
    )
    cast = Cast(scene_of(made, quote_spans(made), find_mentions(made)))
    borne = {voice.name: set(voice.roles) for voice in cast.voices if voice.named}
    assert borne["Paul Lambert"] == set()
    assert borne["Élise Roux"] == {"préfète"}


@pytest.mark.parametrize("verb", ["indique", "évoque", "affirmait", "juge", "note", "demande"])
def test_verbs_that_look_like_other_words(verb: str) -> None:
    assert speakers(f"Jeanne Morel {verb} « une situation devenue intenable pour la commune ».") == [MOREL]


def test_terms_are_nobodys() -> None:
    (one,) = quotations("Le film « Pluie » est sorti mercredi dans trois salles de la ville.")
    assert one.kind == QuotationKind.TERM
    assert one.speaker is None


def test_nobody_speaks_where_the_text_does_not_say() -> None:
    assert speakers("« Tout ira bien. »") == [None]


def test_speaker_and_cue_point_at_the_words_of_the_text() -> None:
    text = "Jeanne Morel est maire. « Nous fermerons la piscine cet hiver », a-t-elle annoncé lundi."
    (one,) = quotations(text)
    assert one.speaker is not None
    assert one.cue is not None
    assert text[one.speaker.start : one.speaker.end] == "-t-elle"
    assert text[one.cue.start : one.cue.end] == "a-t-elle annoncé"


def test_a_plain_attribution_is_sure_and_a_guess_is_not() -> None:
    plain = quotations("« Nous fermerons la piscine cet hiver », a annoncé Jeanne Morel.")[0].speaker
    assert plain is not None
    assert plain.sure


def test_an_article_without_quotations() -> None:
    assert quotations("Jeanne Morel a parlé longtemps.") == ()
    assert quotations("") == ()


def test_quotations_of_boilerplate_have_no_say() -> None:
    made = article(
        "« Oui », dit Jeanne Morel.\nLIRE AUSSI « Le non »", boilerplate=("LIRE AUSSI « Le non »",)
    )
    assert len(find_quotations(made, ())) == 1


def test_speakers_stay_right_without_mentions() -> None:
    """Names that nobody recognised are still names, by their capitals."""
    made = article("« Nous fermerons la piscine cet hiver », a annoncé hier Jeanne Morel.")
    (one,) = find_quotations(made, ())
    assert one.speaker is not None
    assert one.speaker.name == MOREL


def test_contents_and_speakers_together() -> None:
    text = "Jeanne Morel a promis « un été sans bruit » et « des rues propres »."
    assert spoken(text) == [("un été sans bruit", MOREL), ("des rues propres", MOREL)]
