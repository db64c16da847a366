"""What schools' programs and teachers call the columns of a class list.

English first: OneRoster 1.1 and 1.2, School Data Sync, PowerSchool, Infinite Campus, SIMS, Arbor,
Canvas, Google Classroom and Teams; then Spanish, French, Portuguese, German, Italian, Dutch,
Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Swedish, Norwegian, Danish, Finnish, Turkish,
Russian, Ukrainian, Greek, Arabic, Hindi, Swahili, Indonesian, Vietnamese and Chinese. A heading is
compared by `roster_headings.heading_key`: lower case, letters and digits only.
"""

from app.domain.roster.columns import ColumnKind

ALIASES: dict[ColumnKind, str] = {
    ColumnKind.FIRST: """
        first | first name | firstname | forename | given name | given names | givenname | given
        | legal forename | legal first name | student first name | pupil forename
        | student forename | fname | first names | forenames | christian name | name first
        | child first name | primer nombre | nombre de pila | nombres | prénom | prénoms
        | prénom de l'élève | primeiro nome | nome próprio | vorname | rufname vorname
        | nome di battesimo | voornaam | imię | imiona | adı | öğrenci adı | имя | الاسم الأول
        | الاسم الاول | اسم الطالب الأول | पहला नाम | प्रथम नाम | jina la kwanza | nama depan
        | 名 | 名字 | jméno | křestní jméno | meno | krstné meno | keresztnév | utónév | prenume
        | ime | förnamn | tilltalsnamn | fornavn | etunimi | ім'я | όνομα
    """,
    ColumnKind.LAST: """
        last | last name | lastname | surname | family name | familyname | family
        | legal surname | legal last name | student last name | pupil surname | student surname
        | lname | sn | last names | surnames | name last | child last name | apellido
        | apellidos | primer apellido | apellido paterno | nom de famille | apelido | sobrenome
        | sobrenomes | último nome | nachname | familienname | zuname | cognome | cognomi
        | achternaam | nazwisko | soyad | soyadı | фамилия | اسم العائلة | اللقب | الكنية
        | العائلة | الاسم الأخير | उपनाम | कुलनाम | अंतिम नाम | jina la mwisho | jina la ukoo
        | jina la familia | nama belakang | 姓 | 姓氏 | příjmení | priezvisko
        | vezetéknév | családnév | nume de familie | prezime | efternamn | etternavn | efternavn
        | sukunimi | прізвище | επώνυμο
    """,
    ColumnKind.BOARD: """
        known as | preferred name | preferred first name | preferred forename
        | preferred given name | preferred | nickname | nick name | goes by | called
        | chosen name | display name | short name | name used | usual name | preferredgivenname
        | name on board | alias | apodo | conocido como | nombre preferido | surnom
        | prénom usuel | prénom d'usage | nom d'usage | nome preferido | nome social | rufname
        | spitzname | soprannome | roepnaam | zdrobnienie | takma ad | الاسم المفضل | اسم الشهرة
        | पुकारू नाम | jina la utani | nama panggilan | 昵称 | 小名 | 常用名
    """,
    ColumnKind.FULL: """
        full name | fullname | student name | pupil name | student | students | pupil | pupils
        | students name | pupils name | name of student | name of pupil | name of child | child
        | children | child name | childs name | learner | learners | learner name | lastfirst
        | last first | last name first name | name last first | surname first name
        | surname forename | surname and forename | first last | first name last name
        | first and last name | student full name | display name last first | nombre completo
        | nombre y apellidos | apellidos y nombre | apellidos y nombres | alumno | alumnos
        | alumna | nombre del alumno | estudiante | estudiantes | nom complet | nom et prénom
        | nom prénom | nom de l'élève | élève | élèves | nome completo | aluno | alunos | aluna
        | nome do aluno | nome e cognome | cognome e nome | alunno | studente | vor und nachname
        | vorname nachname | nachname vorname | name vorname | schüler | schülerin
        | schülerinnen und schüler | schülername | volledige naam | leerling | imię i nazwisko
        | nazwisko i imię | uczeń | ad soyad | adı soyadı | öğrenci | фио | ученик
        | الاسم الكامل | اسم الطالب | اسم التلميذ | الطالب | الطلاب | पूरा नाम | छात्र का नाम
        | विद्यार्थी का नाम | छात्र | विद्यार्थी | jina kamili | majina | jina la mwanafunzi
        | mwanafunzi | wanafunzi | nama lengkap | nama siswa | siswa | 姓名 | 学生姓名 | 學生姓名
        | 学生 | 學生 | họ và tên | họ tên | jméno a příjmení | příjmení a jméno | žák | žáci
        | meno a priezvisko | žiak | teljes név | tanuló neve | nume și prenume | elev
        | ime i prezime | učenik | elev namn | elevens navn | oppilas | учень | прізвище та ім'я
        | ονοματεπώνυμο | μαθητής
    """,
    ColumnKind.NAME: """
        name | names | nombre | nom | noms | nome | nomi | naam | nazwa | ad | isim | الاسم
        | نام | नाम | jina | nama
    """,
    ColumnKind.BIRTH: """
        dob | d o b | date of birth | birth date | birthdate | birthday | birth | age | born
        | fecha de nacimiento | nacimiento | cumpleaños | edad | date de naissance | naissance
        | né le | née le | âge | data de nascimento | nascimento | idade | geburtsdatum
        | geburtstag | geb | alter | data di nascita | geboortedatum | data urodzenia
        | doğum tarihi | дата рождения | تاريخ الميلاد | العمر | जन्म तिथि | जन्मतिथि | आयु
        | tarehe ya kuzaliwa | umri | tanggal lahir | 出生日期 | 生日 | 年龄 | ngày sinh
    """,
    ColumnKind.GENDER: """
        gender | sex | legal sex | m f | boy girl | pronouns | género | sexo | genre | sexe
        | gênero | geschlecht | sesso | genere | geslacht | płeć | cinsiyet | пол | الجنس
        | النوع | लिंग | jinsia | jinsi | jenis kelamin | 性别 | 性別 | giới tính
    """,
    ColumnKind.SUPPORT: """
        support | support notes | sen | sen status | sen need | send | special needs | needs
        | iep | 504 | 504 plan | ehcp | eal | esl | ell | lep | english learner | el status
        | first language | home language | language | pupil premium | pp | fsm
        | free school meals | lunch status | looked after | lac | in care | medical
        | medical notes | allergies | health | diet | ethnicity | ethnic | race | religion
        | nationality | country of birth | disability | behaviour | behavior | notes | comments
        | reading level | reading age | gifted | necesidades | apoyo | necesidades especiales
        | alergias | idioma | lengua | notas | besoins | soutien | pap | pps | pai | ulis
        | langue | remarques | necessidades | apoio | alergias | observações | förderbedarf
        | förderung | religion bekenntnis | bemerkungen | muttersprache | staatsangehörigkeit
        | sostegno | bes | dsa | opmerkingen | uwagi | notlar | ملاحظات | الجنسية | الديانة
        | टिप्पणी | धर्म | mahitaji | maelezo | agama | 备注 | 民族 | ghi chú
    """,
    ColumnKind.EMAIL: """
        email | e mail | email address | mail | username | user name | login | sis login id
        | google id | correo | correo electrónico | courriel | adresse mail | adresse email
        | e mail adresse | endereço de email | البريد الإلكتروني | ईमेल | barua pepe | 邮箱
        | password | contraseña | mot de passe | senha | passwort
    """,
    ColumnKind.PHONE: """
        phone | phone number | telephone | tel | mobile | cell | sms | teléfono | móvil
        | celular | téléphone | portable | telefone | telemóvel | telefon | handy | telefono
        | telefoon | телефон | الهاتف | رقم الهاتف | फोन | मोबाइल | simu | namba ya simu
        | telepon | 电话 | 手机 | điện thoại
    """,
    ColumnKind.ADDRESS: """
        address | home address | street | city | town | zip | zip code | postcode | post code
        | postal code | state | county | country | dirección | domicilio | ciudad
        | código postal | adresse | rue | ville | code postal | endereço | morada | cidade
        | anschrift | strasse | straße | ort | plz | wohnort | indirizzo | adres | адрес
        | العنوان | पता | anwani | alamat | 地址 | 住址 | địa chỉ
    """,
    ColumnKind.CONTACT: """
        parent | parents | guardian | guardians | mother | father | mum | dad | mom | contact
        | contacts | emergency contact | parent name | mother name | father name | carer
        | agentsourcedids | padre | madre | padres | tutor legal | parents responsables | père
        | mère | responsable | responsável | pai | mãe | eltern | erziehungsberechtigte
        | genitore | ولي الأمر | اسم الأب | اسم الأم | पिता | माता | अभिभावक | पिता का नाम
        | माता का नाम | mzazi | mlezi | wali | 家长 | 父亲 | 母亲
    """,
    ColumnKind.ID: """
        id | student id | student number | studentnumber | pupil id | sis id | school sis id
        | sis user id | sourcedid | user id | userid | userids | user sourcedid | identifier
        | person id | personid | state id | stateid | local id | upn | uln | uid | uci
        | admission no | admission number | adm no | exam number | candidate number | roll no
        | roll number | usermasteridentifier | dfe number | school dfe number | lrn | matricule
        | ine | matrícula | nie | dni | documento | curp | nia | número de identificação | nif
        | schülernummer | codice fiscale | pesel | tc kimlik no | رقم الهوية | رقم الطالب
        | अनुक्रमांक | रोल नंबर | namba ya usajili | nis | nisn | 学号 | 學號 | 身份证号 | mã học sinh
    """,
    ColumnKind.CLASS: """
        class | classes | grade | grade level | grades | year | year group | year level | form
        | tutor group | reg group | registration group | registration | section | homeroom
        | home room | room | course | period | group | house | set | team | school | status
        | enabled | enabled user | enrollment status | cohort | orgsourcedids | organisation
        | clase | curso | grado | grupo | sección | classe | niveau | groupe | division | turma
        | série | ano | classe sezione | klasse | stufe | jahrgang | klas | groep | klasa
        | sınıf | şube | класс | الصف | الفصل | الشعبة | कक्षा | वर्ग | अनुभाग | darasa | mkondo
        | kidato | kelas | 班级 | 班級 | 年级 | 年級 | lớp
    """,
    ColumnKind.ROLE: """
        role | roles | user role | user type | person type | role type | rol | rôle | função
        | rolle | ruolo | الدور | भूमिका | wajibu | peran | 角色
    """,
    ColumnKind.NUMBER: """
        no | nr | number | num | n | row | # | s no | sr no | sl no | serial | seq | order | pos
        | núm | número | nº | n° | numéro | lfd nr | nummer | numero | lp | sıra | sıra no | №
        | م | الرقم | الرقم التسلسلي | ت | क्रमांक | क्र | क्रम संख्या | namba | na | 序号 | 编号
        | 編號 | stt
    """,
    ColumnKind.OTHER: """
        middle name | middle names | middle | middle initial | mi | middlename | suffix | title
        | prefix | preferred last name | preferredfamilyname | preferred middle name
        | legal name | segundo nombre | segundo apellido | apellido materno | deuxième prénom
        | datelastmodified | date last modified | photo | points | score | total | average
        | mean | attendance | date | present | absent
    """,
}

# What a ROLE column says of people who are in a list with students and are not students.
ADULT_ROLES = frozenset(
    {
        "teacher",
        "administrator",
        "admin",
        "aide",
        "proctor",
        "parent",
        "guardian",
        "relative",
        "staff",
        "principal",
        "counselor",
        "counsellor",
        "assistant",
        "systemadministrator",
        "districtadministrator",
        "siteadministrator",
        "profesor",
        "docente",
        "maestro",
        "maestra",
        "enseignant",
        "professeur",
        "professor",
        "lehrer",
        "lehrerin",
        "teachers",
        "mwalimu",
    }
)
