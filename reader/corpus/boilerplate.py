"""Knows the lines that are not the article: links to others, forms, cookies, subscriptions, share buttons."""

import re

_LONGEST = 400

# Lines that are boilerplate whatever follows the words.
_STARTS = (
    r"[»>►▶→•*\-– ]{0,4}(?:(?:à|a) )?(?:re)?(?:lire|voir|écouter|regarder|découvrir)(?: (?:aussi|également|encore|ensuite|plus))+\b",
    r"[»>►▶→•*\-– ]{0,4}(?:à|a) (?:lire|voir|écouter|regarder|découvrir|retenir)\b.{0,40}:",
    r"(?:à|a) (?:surtout )?(?:lire|regarder|écouter) sur\b", r"ne (?:pas )?(?:manquer|ratez) ?(?:pas)? ?:", r"ne pas manquer ?:",
    r"lire (?:l'article|la suite|notre|le dossier|les réactions)\b.{0,150}$", r"lire ?:", r"voir ?:",
    r"(?:sur le même sujet|dans la même rubrique|articles? (?:liés?|connexes?|similaires?|recommandés?)|nos dernières vidéos|les plus lus)\b",
    r"(?:à la une|au sommaire)(?: de l'hebdo)?(?:\.| ?$)", r"(?:read|see|watch) (?:more|also|next)\b.{0,150}$", r"related(?: articles| stories)? ?:",
    r"retrouvez (?:notre|nos|tou[st]|ici|l'ensemble|l'intégralité|cet article|chaque)\b", r"suivez(?:-nous|[ -].{1,40} sur (?:twitter|facebook|x|instagram|linkedin))",
    r"(?:cet )?article (?:est )?réservé aux (?:abonnés|adhérents)", r"(?:cet )?article payant", r"contenu réservé", r"il vous reste .{1,12}% ",
    r"(?:je m'abonne|abonnez-vous|s'abonner|abonne-toi|déjà abonné|se connecter|connectez-vous|inscrivez-vous|s'inscrire|créer un compte|je teste|testez l)\b",
    r"(?:pour )?(?:lire|accéder à) la suite (?:de cet article|,)?", r"la suite est réservée", r"profitez de (?:l'offre|nos offres)",
    r"(?:subscribe|sign up|sign in|log in|already a subscriber)\b.{0,120}$",
    r"(?:recevez|inscrivez-vous à) .{0,60}newsletter", r"(?:la |notre |nos )?newsletters?\b.{0,80}$", r"votre (?:adresse )?e-?mail\b",
    r"(?:partager|partagez|imprimer|envoyer par e-?mail|tweeter|tweet|share|j'aime|enregistrer|ajouter à mes favoris|copier le lien|télécharger l'appli)\b.{0,60}$",
    r"l'article a été ajouté à vos favoris", r"temps de lecture\b", r"(?:\d+ )?min(?:utes)? de lecture\b", r"google news$",
    r"laisser un commentaire", r"laissez un commentaire", r"(?:\d+ )?commentaires?\b ?(?:\(\d+\))?$", r"leave a (?:reply|comment)", r"ajouter un commentaire",
    r"(?:réagir|réagissez|commenter|signaler (?:un abus|ce contenu|une erreur))\b.{0,40}$", r"soyez le premier à ", r"votre commentaire",
    r"enregistrer mon nom, mon e-mail", r"les champs obligatoires", r"save my name",
    r"(?:ce site|nous|notre site|ces|les|nos partenaires).{0,40}\butilis.{0,30}\bcookies\b", r"(?:gérer|accepter|refuser|paramétrer|tout accepter|cookies?)\b.{0,20}(?:cookies?|traceurs|tout)?$",
    r"(?:we|this (?:site|website)) uses? .{0,30}cookies", r"en poursuivant votre navigation", r"ces cookies sont\b", r"cookie durée\b",
    r"(?:publicité|advertisement|sponsorisé|annonce|la suite après (?:cette|la) publicité)$", r"la suite après (?:cette|la) publicité",
    r"(?:©|\(c\)|copyright\b).{0,150}$", r"tous droits (?:de reproduction .{0,60})?réservés", r"all rights reserved", r"mentions légales", r"reproduction (?:interdite|totale)",
    r"vous êtes ici\b", r"accueil(?: ?[>»/|].*)?$", r"(?:mots[- ]clés|tags?|catégories?|étiquettes?|thèmes?) ?:", r"(?:article )?(?:précédent|suivant)$",
    r"(?:si le lecteur n'apparaît pas|votre navigateur ne|javascript (?:doit|is))", r"cliquez (?:ici|sur)\b.{0,120}$", r"(?:vidéo|diaporama|en images?|en vidéo|\[en vidéo\]) ?(?::|$)",
    r"une publication partagée par", r"regarder sur\b", r"(?:en savoir|voir|afficher) plus(?: .{0,30})?$", r"a post shared by", r"view this post on",
    r"toutes les infos et vidéos", r"retour (?:en haut|à l'accueil|à la une)", r"(?:fermer|menu|rechercher|navigation|aller au contenu)$",
    r"\[?modifier(?: \| modifier le code)?\]?", r"source ?: ?https?://\S+$", r"https?://\S+$", r"(?:cliquez|appuyez) pour\b.{0,60}$",
    r"pour (?:plus d'informations|en savoir plus).{0,20}(?:cliquez|:)", r"(?:soutenez|faites un don)\b.{0,120}$",
)  # fmt: skip
_ANYWHERE = (
    r"votre adresse e-?mail ne sera pas publiée", r"your email address will not be published", r"- regarder sur figaro live",
    r"politique de confidentialité", r"conditions générales d'utilisation", r"sans engagement\. ?je teste",
)  # fmt: skip
_NUMBER_WORDS = (
    "zéro|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|zero|one|two|"
    "three|four|five|seven|eight|nine|ten|eleven|twelve"
)
_CAPTCHA = re.compile(
    rf"(?:{_NUMBER_WORDS}|\d{{1,2}}) ?[+×x*−-] ?(?:{_NUMBER_WORDS}|\d{{1,2}}) ?= ?_{{0,5}}\Z"
)
_BOILERPLATE = re.compile("|".join(_STARTS))
_ANYWHERE_IN = re.compile("|".join(_ANYWHERE))
_FORM = re.compile(
    r"laissez? un commentaire|leave a (?:reply|comment)|ajouter un commentaire|votre adresse e-?mail ne sera pas publiée"
    r"|(?:\d+ )?commentaires? ?(?:\(\d+\))?\Z|soyez le premier à (?:commenter|réagir)"
)
_OPENS_LIST = re.compile(
    r"[»>►▶→•*\-– ]{0,4}(?:(?:à|a|ne pas|ne) )?(?:surtout )?(?:lire|voir|écouter|regarder|manquer)(?: (?:aussi|également))?(?: sur [\w ]{1,30})? ?:?\Z"
    r"|sur le même sujet ?:?\Z|(?:articles? )?(?:liés?|connexes?|similaires?|recommandés?) ?:?\Z|related(?: articles| stories)? ?:?\Z"
    r"|à la une(?: de l'hebdo)?\.? ?\Z|les plus lus ?\Z"
)


def _normal(line: str) -> str:
    return line[:_LONGEST].lower().replace("’", "'")


def is_boilerplate(line: str) -> bool:
    """Whether `line`, by its own words, is not part of the article."""
    normal = _normal(line)
    if len(line) < _LONGEST and (_BOILERPLATE.match(normal) or _CAPTCHA.match(normal)):
        return True
    return _ANYWHERE_IN.search(normal) is not None


def opens_comments(line: str) -> bool:
    """Whether `line` heads a comment form or the readers' comments: nothing after it is the article."""
    return len(line) < 120 and _FORM.match(_normal(line)) is not None


def opens_links(line: str) -> bool:
    """Whether `line` only announces links to other articles, which follow on lines of their own."""
    return len(line) < 60 and _OPENS_LIST.match(_normal(line)) is not None
