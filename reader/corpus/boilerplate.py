"""Knows the lines that are not the article: links to others, forms, cookies, subscriptions, share buttons.

Every pattern reads lower-case text with straight apostrophes and without the sign of a list in front.
"""

import re

_LONGEST = 400

_LINKS = (
    r"(?:(?:à|a) )?(?:re)?(?:lire|voir|écouter|regarder|découvrir)"
    r"(?: (?:aussi|également|encore|ensuite|plus))+\b",
    r"(?:à|a) (?:lire|voir) aussi",
    r"(?:à|a) (?:lire|voir|écouter|regarder|découvrir|retenir)\b.{0,40}:",
    r"(?:à|a) (?:surtout |ne pas )?(?:lire|regarder|écouter|manquer) sur\b",
    r"(?:à |a )?ne (?:pas |surtout pas )?(?:manquer|manquez|ratez|rater)(?: pas)? ?(?::|$)",
    r"lire (?:l'article|la suite|notre|le dossier|les réactions)\b.{0,150}$",
    r"(?:lire|voir) ?:",
    r"(?:sur le même (?:sujet|thème)|dans la même rubrique|nos dernières vidéos|les plus lus|à lire)"
    r"\b.{0,20}$",
    r"articles? (?:liés?|connexes?|similaires?|recommandés?)\b.{0,20}$",
    r"(?:à la une|au sommaire)(?: de l'hebdo\b.*| ?:.*|\.? ?$)",
    r"(?:read|see|watch) (?:more|also|next)\b.{0,150}$",
    r"related(?: articles| stories)? ?:",
    r"retrouvez (?:notre|nos|tou[st]|toutes|ici|l'ensemble|l'intégralité|cet article|chaque)\b",
    r"toutes les infos et vidéos\b.{0,120}$",
    r"(?:pour )?(?:en savoir|voir|afficher) (?:plus|davantage)(?: .{0,30})?$",
    r"pour (?:plus d'informations|en savoir plus).{0,20}(?:cliquez|:)",
    r"(?:vidéo|diaporama|en images?|en vidéo|podcast)s? ?:?$",
    r"\[(?:vidéo|diaporama|en images?|en vidéo|podcast)s?\]",
    r"(?:une publication partagée par|a post shared by|view this post on|voir cette publication sur)\b",
    r"(?:regarder sur|cliquez (?:ici|sur)|appuyez (?:ici|sur)|playlist à)\b.{0,150}$",
    r"si le lecteur n'apparaît pas|votre navigateur ne|javascript (?:doit|is)\b",
    r"source ?: ?https?://\S+$|https?://\S+$",
)
_ACCOUNT = (
    r"(?:cet )?article (?:est )?réservé (?:aux|à nos) (?:abonnés|adhérents|lecteurs)",
    r"(?:cet )?article payant|contenu réservé",
    r"il (?:vous )?reste .{1,12}% |pour lire les .{1,12}% restants",
    r"(?:je m'abonne|abonnez-vous|s'abonner|abonne-toi|déjà abonné|se connecter|connectez-vous)\b",
    r"(?:s'inscrire|inscrivez-vous|créer un compte|je teste|testez l|pas encore abonné|essai gratuit)\b",
    r"(?:lire|accéder à) la suite (?:de cet article|,)|la suite est réservée",
    r"profitez de (?:l'offre|nos offres)",
    r"pour (?:lire|accéder à) (?:la suite|l'intégralité|cet article)",
    r"(?:subscribe|sign up|sign in|log in|already a subscriber)\b.{0,120}$",
    r"recevez .{0,80}(?:newsletter|e-?mail|boîte|alertes?)\b|(?:la |notre |nos )?newsletters?\b.{0,80}$",
    r"(?:votre|saisissez votre|entrez votre) (?:adresse )?e-?mail\b",
    r"(?:soutenez|faites un don)\b.{0,120}$",
    r".{0,200}\b(?:je commande|je participe|j'en profite|je m'abonne|je m'inscris)\.?(?: ?>)?$",
)
_SHARING = (
    r"(?:partager|partagez|imprimer|envoyer par e-?mail|tweeter|tweet|share|j'aime|enregistrer)\b.{0,60}$",
    r"(?:ajouter à mes favoris|copier le lien|télécharger l'appli)\b.{0,60}$",
    r"suivez(?:-nous|[ -].{1,40} sur (?:twitter|facebook|x|instagram|linkedin|google))",
    r"l'article a été ajouté à vos favoris|google news$|facebook$|twitter$|whatsapp$|linkedin$|e-?mail$",
    r"temps de lecture\b|(?:lecture )?(?:\d+ )?min(?:utes)? de lecture\b|lecture \d+ min",
    r"(?:taille du texte|agrandir|diminuer|écouter (?:cet|l')article|a-? ?a\+)$",
)
_COMMENTS = (
    r"laisse[rz] (?:un|votre) commentaire|leave a (?:reply|comment)|ajouter un commentaire",
    r"votre commentaire$",
    r"(?:\d+ )?commentaires? ?(?:\(\d+\))?$|\(\d+\) commentaires?$|aucun commentaire|no comments",
    r"(?:réagir|réagissez|commenter|signaler (?:un abus|ce contenu|une erreur))\b.{0,40}$",
    r"soyez le premier à ",
    r"enregistrer mon nom, mon e-mail|les champs obligatoires|save my name|annuler la réponse|répondre$",
)
_COOKIES = (
    r"(?:ce site|nous|notre site|nos partenaires|we|this (?:site|website)) .{0,60}\bcookies\b",
    r"(?:ces|les) cookies (?:sont (?:indispensables|liés|nécessaires|utilisés)|nous permettent|servent à)",
    r"(?:gérer|accepter|refuser|paramétrer|tout accepter|cookies?)\b.{0,20}$|cookie durée\b",
    r"en poursuivant votre navigation",
)
_NOTICES = (
    r"(?:publicité|advertisement|sponsorisé|annonce)$|la suite après (?:cette|la) publicité",
    r"(?:©|\(c\) |copyright\b).{0,150}$|tous droits (?:de reproduction .{0,60})?réservés|all rights reserved",
    r"mentions légales|reproduction (?:interdite|totale)|la reproduction totale ou partielle",
    r"vous êtes ici\b|accueil(?: ?[>»/|].*)?$|retour (?:en haut|à l'accueil|à la une)",
    r"(?:mots[- ]clés|tags?|catégories?|étiquettes?|thèmes?|keywords) ?:|(?:article )?(?:précédent|suivant)$",
    r"(?:fermer|menu|rechercher|navigation|aller au contenu|sommaire)$",
)
_ANYWHERE = re.compile(
    r"votre adresse e-?mail ne sera pas publiée|your email address will not be published"
    r"|- regarder sur figaro live|politique de confidentialité|conditions générales d'utilisation"
    r"|sans engagement\. ?je teste|\A(?:ces cookies sont (?:indispensables|liés)|cookie durée)"
)
_NUMBER_WORDS = (
    "zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|"
    "zero|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve"
)
_CAPTCHA = rf"(?:{_NUMBER_WORDS}|\d{{1,2}}) ?[+×x*−-] ?(?:{_NUMBER_WORDS}|\d{{1,2}}) ?= ?_{{0,5}}$"
_BOILERPLATE = re.compile(
    "|".join((*_LINKS, *_ACCOUNT, *_SHARING, *_COMMENTS, *_COOKIES, *_NOTICES, _CAPTCHA))
)
_FORM = re.compile("|".join(_COMMENTS[:3]) + "|votre adresse e-?mail ne sera pas publiée")
_OPENS_LIST = re.compile(
    r"(?:(?:à |a )?(?:ne pas |ne )?(?:surtout )?(?:lire|voir|écouter|regarder|manquer)"
    r"(?: (?:aussi|également))?(?: sur [\w ]{1,30})?|sur le même (?:sujet|thème)"
    r"|(?:articles? )?(?:liés?|connexes?|similaires?|recommandés?)"
    r"|related(?: articles| stories)?|les plus lus|à la une(?: de l'hebdo)?\.?) ?:? ?\Z"
)
_BULLET = re.compile(r"[»>►▶→•*·\-–—+\\ ]{1,6}(?=[^\d\s])")
_INLINE = re.compile(
    r"(?:[.!?»”\"] |\A)(?=[ÀANLVRÉES])"
    r"((?:[ÀA] )?(?:[Nn]e pas |[Ss]urtout )*(?:[Ll]ire|LIRE|[Rr]egarder|[ÉEée]couter|[Mm]anquer|[Vv]oir)"
    r"(?: aussi| AUSSI| également)?(?: sur [A-Z]\w+(?: [A-Z]\w+)?)? ?[:–—-]"
    r"|(?:[ÀA] )?(?:[Ll]ire|LIRE|[Vv]oir) (?:aussi|AUSSI))(?= |\Z)"
)
_INLINE_WORDS = ("Lire", "LIRE", "Voir", "Regarder", "Écouter", "Ecouter", "À ", "A ", "Ne pas ", "Surtout ")
"""One of these stands in all that `_INLINE` finds; they are looked for more quickly."""


def is_boilerplate(line: str) -> bool:
    """Whether `line`, by its own words, is not part of the article."""
    normal = _normal(line)
    if len(line) < _LONGEST and _BOILERPLATE.match(normal) is not None:
        return True
    return _ANYWHERE.search(normal) is not None


def opens_comments(line: str) -> bool:
    """Whether `line` heads a comment form or the readers' comments: nothing after it is the article."""
    return len(line) < 120 and _FORM.match(_normal(line)) is not None


def opens_links(line: str) -> bool:
    """Whether `line` only announces links to other articles, which follow on lines of their own."""
    return len(line) < 60 and _OPENS_LIST.match(_normal(line)) is not None


def inline_links(line: str) -> list[tuple[int, int]]:
    """Where a sentence of `line` is taken up by `Lire aussi :` and the like, without what it announces.

    What it announces has no end that can be told from the text that goes on.
    """
    if not any(map(line.__contains__, _INLINE_WORDS)):
        return []
    return [match.span(1) for match in _INLINE.finditer(line)]


def _normal(line: str) -> str:
    normal = line[:_LONGEST].lower().replace("’", "'")
    bullet = _BULLET.match(normal)
    return normal[bullet.end() :] if bullet else normal
