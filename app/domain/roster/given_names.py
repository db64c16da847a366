"""First names common in schools, to tell two columns of names without headings apart.

Only a hint about columns: no name is changed or refused because it is or is not here.
"""

_NAMES = """
aaliyah aarav abdul abdullah abigail abril adam aditya adrian ahmad ahmed aisha alba aleksander
alejandro alessandro alex alexander alexandra ali alice alicia alina alma amara amelia amina
amir amira amy ana ananya andre andrea andrei andrew angela anika anja anna anne antonio anya
aria ariana arjun artur arthur arya asha ava ayaan ayesha aylin ayse bea beatriz ben benjamin
bianca bilal blanca bruno camila camille carla carlos carmen caroline catarina charlie charlotte
chen chiara chidi chloe christian christopher clara claire daniel daniela daniyar david deniz
diego divya dmitri duarte dylan edward elena eleanor elias elif elijah elizabeth ella ellie
eloise elsa emil emilia emily emir emma emre enzo erik ethan eva evelyn evie fatima fatma felipe
felix fernanda finn florence francesca francisco frida gabriel gabriela george giulia grace
gustavo hana hanna hannah harper harry hassan helena henry hugo hussein ibrahim ida imani inaya
ines ingrid irina isaac isabel isabella isla ismail ivan jack jacob jakob jakub james jan jana
jasmine javier jayden jia jin joana joao johanna john jonas jonathan jose joseph joshua juan
juana julia julian juma jun kai karim katarzyna katharina kavya khalid kofi kwame laila lara
laura layla lea leila lena leo leon leonor leticia levi liam lily lin lina ling logan louis
louise luca lucas lucia lucy luis luisa luka lukas luna madison mahmoud malik manuel marco maria
mariam mariana marie mario mark marta martin martina mary mason mateo matthew max maya mehmet
mei mia michael miguel mila milan mohamed mohammad mohammed muhammad mustafa nadia naomi natalia
natasha nathan neha nia nicolas nikolai nina noah noor nora nour nur oliver olivia oluwaseun
omar oscar otto owen pablo patricia paul paula pedro peter philip pia pierre priya rafael rahul
raj ravi rania rebecca riya robert rohan rosa ruby ryan sadia said salma sam samir samuel sana
sandra sara sarah sebastian selin sergio shreya simon sofia sophia sophie stella sunita tala
tariq teresa theo thomas tiago tim tom tomas valentina veronika victor victoria viktor vikram
william xin yara yasmin yu yuki yusuf zahra zainab zara zeynep zoe zofia zuri zuzanna محمد أحمد
علي فاطمة مريم يوسف عمر حسن حسين زينب عائشة خالد سارة نور ليلى آدم анна мария иван дмитрий
александр елена ольга михаил софия артём
"""

GIVEN_NAMES = frozenset(_NAMES.split())
