"""What people call contact data where they keep other facts, in the languages that are most likely."""

from __future__ import annotations

_BY_LANGUAGE = {
    "English": (
        *("name", "fullname", "firstname", "lastname", "surname", "forename", "givenname", "familyname"),
        *("nickname", "email", "emailaddress", "mail", "phone", "phonenumber", "tel", "telephone"),
        *("telephonenumber", "mobile", "mobilephone", "cell", "cellphone", "contact", "address"),
        *("streetaddress", "street", "whatsapp", "telegram", "signal", "skype", "linkedin", "facebook"),
        *("instagram",),
    ),
    "German": (
        *("vorname", "nachname", "familienname", "telefon", "telefonnummer", "rufnummer", "handy"),
        *("handynummer", "mobil", "mobilnummer", "kontakt", "adresse", "anschrift", "strasse"),
        *("mailadresse",),
    ),
    "Dutch": (*("naam", "voornaam", "achternaam", "telefoon", "telefoonnummer", "adres"),),
    "French": (*("nom", "prenom", "nomdefamille", "courriel", "telephoneportable", "portable", "rue"),),
    "Spanish": (
        *("nombre", "apellido", "apellidos", "correo", "correoelectronico", "telefono", "movil"),
        *("celular", "direccion", "contacto"),
    ),
    "Italian": (*("nome", "cognome", "cellulare", "indirizzo"),),
    "Portuguese": (*("sobrenome", "telefone", "endereco", "telemovel"),),
    "Polish": (*("imie", "nazwisko"),),
    "Swedish, Danish and Norwegian": (
        *("namn", "fornamn", "efternamn", "navn", "fornavn", "efternavn", "etternavn", "adress"),
        *("epost", "mobiltelefon"),
    ),
}

CONTACT_KEYS = frozenset(word for words in _BY_LANGUAGE.values() for word in words)
"""Without accents, spaces and dashes, in lower case."""
